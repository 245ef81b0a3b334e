import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

/** Whether this process is about to stop: it then reports that it is not ready, and still serves clients that have not noticed. */
@Injectable()
export class Drain {
  private started = false;
  private ended = false;

  constructor(private readonly config: AppConfig) {}

  get begun(): boolean {
    return this.started;
  }

  /** Load balancers had their time: requests that still arrive are refused. */
  get over(): boolean {
    return this.ended;
  }

  /** Resolves when load balancers had `drainSeconds` to notice. */
  async begin(): Promise<void> {
    this.started = true;
    await sleep(this.config.drainSeconds * 1_000);
    this.ended = true;
  }
}
