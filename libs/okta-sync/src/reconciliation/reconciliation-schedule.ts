import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { AppConfig, Database, DomainError, systemCaller } from '@rollcall/platform';
import { CronJob } from 'cron';
import { ReconciliationRunRepository } from './reconciliation-run.repository.js';
import { ReconciliationService } from './reconciliation.service.js';

/** Starts the scheduled runs (RECONCILE_CRON). Every replica's clock rings; the first one's run is the one. */
@Injectable()
export class ReconciliationSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ReconciliationSchedule.name);
  private job: CronJob | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly runs: ReconciliationRunRepository,
    private readonly service: ReconciliationService,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.job = CronJob.from({ cronTime: this.config.reconcileCron, onTick: () => void this.ring(), start: true });
  }

  beforeApplicationShutdown(): void {
    void this.job?.stop();
  }

  async ring(): Promise<void> {
    try {
      await this.runs.deleteOld();
      for (const key of await this.integrations()) await this.startOne(key);
    } catch (error) {
      this.log.error(error);
    }
  }

  private async startOne({ tenantId, integrationId }: IntegrationKey): Promise<void> {
    if (await this.runs.rangLately(tenantId, integrationId)) return;
    try {
      await this.service.start(systemCaller(tenantId, 'schedule'), { integrationId, scheduled: true });
    } catch (error) {
      if (error instanceof DomainError) this.log.log(`No scheduled reconciliation of ${integrationId}: ${error.message}`);
      else throw error;
    }
  }

  private integrations(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `select tenant_id as "tenantId", integration_id as "integrationId" from registration_syncs where enabled and paused_at is null`,
    );
  }
}
