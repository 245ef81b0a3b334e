import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig, Database, type RunningTimer, startInterval } from '@rollcall/platform';
import { BatchExecution } from './batch-execution.js';
import { BATCH_CHANNEL } from './enrollment-batch.repository.js';

const TICK_MS = 5_000;

/** Processes waiting batches, one at a time. A batch whose process has died is processed too. */
@Injectable()
export class EnrollmentBatchWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EnrollmentBatchWorker.name);
  private readonly stopping = new AbortController();
  private underWay: Promise<void> | undefined;
  private unlisten: (() => Promise<void>) | undefined;
  private timer: RunningTimer | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly execution: BatchExecution,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.worker) await this.start();
  }

  /** Starts processing batches. Called at bootstrap, but only in a process that is a worker. */
  async start(): Promise<void> {
    this.unlisten = await this.database.listen(BATCH_CHANNEL, () => this.look());
    this.timer = startInterval(() => this.look(), TICK_MS);
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.timer?.stop();
    await this.unlisten?.();
    this.stopping.abort();
    await this.underWay;
  }

  private look(): void {
    this.underWay ??= this.work().finally(() => (this.underWay = undefined));
  }

  private async work(): Promise<void> {
    try {
      await this.execution.forgetOverdue();
      while (!this.stopping.signal.aborted && (await this.execution.carryOne(this.stopping.signal)));
    } catch (error) {
      this.log.warn(error);
    }
  }
}
