import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

/** The state of a stopping process. It reports "not ready", but still serves clients that have not noticed the stop. */
@Injectable()
export class Drain {
  private started = false;
  private ended = false;

  constructor(private readonly config: AppConfig) {}

  get begun(): boolean {
    return this.started;
  }

  /** True after the drain period. New requests are then refused. */
  get over(): boolean {
    return this.ended;
  }

  /** Starts the drain period. Resolves after `drainSeconds`, in which load balancers notice the stop. */
  async begin(): Promise<void> {
    this.started = true;
    await sleep(this.config.drainSeconds * 1_000);
    this.ended = true;
  }
}
