import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig, Clock, type RunningTimer, startInterval } from '@rollcall/platform';
import { TrendSampleRepository } from './trend-sample.repository.js';

/** Interval of the attempts. It is well below a minute, so that no minute is missed when a worker is busy. */
const TICK_MS = 20_000;
const HOUSEKEEPING_MS = 3_600_000;

/** Stores the figures of every minute. Every worker tries to, and the first one succeeds. */
@Injectable()
export class TrendSampler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(TrendSampler.name);
  private timers: RunningTimer[] = [];
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: AppConfig,
    private readonly samples: TrendSampleRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.timers = [
      startInterval(() => this.enqueue(() => this.samples.take(this.clock.now())), TICK_MS),
      startInterval(() => this.enqueue(() => this.samples.deleteOld(this.clock.now())), HOUSEKEEPING_MS),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.timers.forEach((timer) => timer.stop());
    await this.underWay;
  }

  private enqueue(work: () => Promise<unknown>): void {
    this.underWay = this.underWay.then(work).then(
      () => undefined,
      (error: unknown) => this.log.warn(error),
    );
  }
}
