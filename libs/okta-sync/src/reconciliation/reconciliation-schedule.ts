import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { AppConfig, Clock, DomainError, startInterval, systemCaller, type RunningTimer } from '@rollcall/platform';
import { dueSince } from './due-since.js';
import { ReconciliationRunRepository, type ScheduledIntegration } from './records/reconciliation-run.repository.js';
import { ReconciliationService } from './reconciliation.service.js';

/** How often the schedule searches for missed runs. */
const CATCH_UP_MS = 60_000;

/**
 * Starts the scheduled runs (RECONCILE_CRON). Level-triggered: a run is due when a scheduled time has passed since the integration's last
 * one, so a missed time is caught up. All replicas check; the insert lets one of them start the run.
 */
@Injectable()
export class ReconciliationSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ReconciliationSchedule.name);
  /** Why an integration was skipped, so that it is logged once. */
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

  /** Starts a run for each integration that is due; a failure for one integration does not delay the others. */
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

/** Starts due runs at the minute of the cron expression; `ReconciliationSchedule` alone would be up to a minute late. */
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
