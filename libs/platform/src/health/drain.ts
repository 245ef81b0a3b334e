import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

/** Whether this process is stopping: it reports "not ready", and still serves clients that have not noticed. */
@Injectable()
export class Drain {
  private started = false;
  private ended = false;

  constructor(private readonly config: AppConfig) {}

  get begun(): boolean {
    return this.started;
  }

  /** The drain period is over: new requests are refused. */
  get over(): boolean {
    return this.ended;
  }

  /** Resolves after `drainSeconds`, in which load balancers notice the stop. */
  async begin(): Promise<void> {
    this.started = true;
    await sleep(this.config.drainSeconds * 1_000);
    this.ended = true;
  }
}
