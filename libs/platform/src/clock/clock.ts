import { Injectable } from '@nestjs/common';
import { systemNow } from '../runtime/runtime.js';

export abstract class Clock {
  abstract now(): Date;
}

/** The clock of this machine, for programs without a database. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date(systemNow());
  }
}

/** A clock that moves only when a test moves it. */
export class FakeClock extends Clock {
  constructor(private instant: Date = new Date('2026-01-01T00:00:00Z')) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** @param ms milliseconds to move forward */
  advance(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}
