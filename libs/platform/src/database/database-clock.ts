import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Sql } from './sql.js';
import { Database } from './database.js';
import { monotonicNow, startInterval, systemNow, type RunningTimer } from '../runtime/runtime.js';
import { Clock } from '../clock/clock.js';

const COMPARE_EVERY_MS = 30_000;
/** Larger differences between this machine's clock and PostgreSQL's are logged. */
const NOTEWORTHY_MS = 5_000;

/**
 * PostgreSQL's clock. All replicas use it, so they agree on what has expired and what is due even if their machines' clocks differ. It is
 * read twice a minute. In between, this class adds the elapsed time of the monotonic clock, which corrections of the machine's clock do not
 * affect.
 */
@Injectable()
export class DatabaseClock extends Clock implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(DatabaseClock.name);
  private readonly sql: Sql;
  /** Epoch milliseconds at which the monotonic clock was 0. */
  private zero = performance.timeOrigin;
  private timer: RunningTimer | undefined;

  constructor(database: Database) {
    super();
    this.sql = database;
  }

  now(): Date {
    return new Date(this.zero + monotonicNow());
  }

  async onModuleInit(): Promise<void> {
    await this.compare();
    this.timer = startInterval(() => void this.compare().catch(() => undefined), COMPARE_EVERY_MS).unref();
    const off = Math.round(systemNow() - this.now().getTime());
    if (Math.abs(off) > NOTEWORTHY_MS) {
      this.log.warn(`The clock of this machine is ${off / 1000} s off PostgreSQL's, which is the one that counts.`);
    }
  }

  onApplicationShutdown(): void {
    this.timer?.stop();
  }

  private async compare(): Promise<void> {
    const asked = monotonicNow();
    const [row] = await this.sql.query<{ ms: number }>(
      'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
    );
    if (row) this.zero = row.ms - (asked + monotonicNow()) / 2;
  }
}
