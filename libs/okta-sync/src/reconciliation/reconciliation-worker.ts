import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig, Database, nextTurn, type RunningTimer, startInterval } from '@rollcall/platform';
import { ReconciliationRunRepository } from './records/reconciliation-run.repository.js';
import { RECONCILIATION_CHANNEL } from './reconciliation-channel.js';
import { RunExecution } from './run-execution.js';

const TICK_MS = 5_000;
const MAX_AT_ONCE = 2;

/** Executes queued runs, and continues runs whose process has ended. */
@Injectable()
export class ReconciliationWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ReconciliationWorker.name);
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private unlisten: (() => Promise<void>) | undefined;
  private timer: RunningTimer | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly runs: ReconciliationRunRepository,
    private readonly execution: RunExecution,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.worker) await this.start();
  }

  async start(): Promise<void> {
    if (this.timer) return;
    this.unlisten = await this.database.listen(RECONCILIATION_CHANNEL, () => this.look());
    this.timer = startInterval(() => this.look(), TICK_MS);
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.timer?.stop();
    await this.unlisten?.();
    this.stopping.abort();
    await Promise.all(this.underWay);
  }

  private look(): void {
    if (this.stopping.signal.aborted || this.underWay.size >= MAX_AT_ONCE) return;
    const work = this.takeOne()
      .catch((error: unknown) => this.log.error(error))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  private async takeOne(): Promise<void> {
    const run = await this.runs.claim();
    if (!run) return;
    await this.execution.execute(run, this.stopping.signal);
    void nextTurn().then(() => this.look());
  }
}
