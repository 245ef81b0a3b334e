import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { IntegrationKey } from '@rollcall/directory';
import { AppConfig, Database, DomainError, systemCaller } from '@rollcall/platform';
import { ReconciliationRunRepository } from './reconciliation-run.repository.js';
import { ReconciliationService } from './reconciliation.service.js';

/** Starts the scheduled runs (RECONCILE_CRON). Every replica's clock rings; the first one's run is the one. */
@Injectable()
export class ReconciliationSchedule {
  private readonly log = new Logger(ReconciliationSchedule.name);

  constructor(
    config: AppConfig,
    private readonly database: Database,
    private readonly runs: ReconciliationRunRepository,
    private readonly service: ReconciliationService,
  ) {
    if (config.worker) ringAt(config.reconcileCron);
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
      if (error instanceof DomainError)
        this.log.log(`No scheduled reconciliation of ${integrationId}: ${error.message}`);
      else throw error;
    }
  }

  private integrations(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `select tenant_id as "tenantId", integration_id as "integrationId" from registration_syncs where enabled and paused_at is null`,
    );
  }
}

/** What `@Cron` does, once the expression is known: the schedule module looks for it when the application starts. */
function ringAt(cron: string): void {
  const { prototype } = ReconciliationSchedule;
  const method = Object.getOwnPropertyDescriptor(prototype, 'ring');
  if (method) Cron(cron, { name: 'reconciliation' })(prototype, 'ring', method);
}
