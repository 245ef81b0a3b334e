import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { AppConfig, Clock, DomainError, startInterval, systemCaller, type RunningTimer } from '@rollcall/platform';
import { dueSince } from './due-since.js';
import { ReconciliationRunRepository, type ScheduledIntegration } from './records/reconciliation-run.repository.js';
import { ReconciliationService } from './reconciliation.service.js';

/** Interval at which the schedule looks for runs that were missed. */
const CATCH_UP_MS = 60_000;

/**
 * Starts the scheduled runs (RECONCILE_CRON). A run is due if a scheduled time has passed since the last scheduled run
 * of the integration. So a missed time is made up for. All replicas look for due runs, and the insert lets only one of
 * them start a run.
 */
@Injectable()
export class ReconciliationSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ReconciliationSchedule.name);
  /** Reason why an integration was skipped. A reason is logged only when it changes. */
  private readonly passedOver = new Map<string, string>();
  private timer: RunningTimer | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly runs: ReconciliationRunRepository,
    private readonly service: ReconciliationService,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.timer = startInterval(() => void this.startDue(), CATCH_UP_MS);
    void this.startDue();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.timer?.stop();
    await this.looking;
  }

  /** Starts a run for each integration that is due. If one fails to start, the others still start. */
  async startDue(): Promise<void> {
    this.looking ??= this.look()
      .catch((error: unknown) => this.log.error(error))
      .finally(() => (this.looking = undefined));
    await this.looking;
  }

  private async look(): Promise<void> {
    await this.runs.deleteOld().catch((error: unknown) => this.log.error(error));
    const now = this.clock.now();
    for (const integration of await this.runs.scheduled()) {
      const due = dueSince(this.config.reconcileCron, integration.since, now);
      if (due) await this.startOne(integration, due);
    }
  }

  private async startOne({ tenantId, integrationId }: ScheduledIntegration, due: Date): Promise<void> {
    try {
      await this.service.startScheduled(systemCaller(tenantId, 'schedule'), integrationId, due);
      this.passedOver.delete(integrationId);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.passedOver.get(integrationId) === reason) return;
      this.passedOver.set(integrationId, reason);
      const message = `No scheduled reconciliation of ${integrationId}: ${reason}`;
      if (error instanceof DomainError) this.log.log(message);
      else this.log.error(message);
    }
  }
}

/** Looks for due runs at the time of the cron expression. `ReconciliationSchedule` alone would be up to a minute late. */
@Injectable()
export class ReconciliationCron implements OnApplicationBootstrap {
  constructor(
    private readonly config: AppConfig,
    private readonly registry: SchedulerRegistry,
    private readonly schedule: ReconciliationSchedule,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    const onTick = () => void this.schedule.startDue();
    this.registry.addCronJob(
      'reconciliation',
      CronJob.from({ cronTime: this.config.reconcileCron, onTick, start: true }),
    );
  }
}
