import { Injectable } from '@nestjs/common';
import {
  DirectoryIntegrationService,
  RegistrationSyncService,
  type RegistrationSyncSettings,
} from '@rollcall/directory-integration';
import {
  AuditTrail,
  Database,
  DomainError,
  isId,
  uniqueViolation,
  type Caller,
  type Page,
  type PageRequest,
} from '@rollcall/platform';
import { DriftRepository } from './records/drift.repository.js';
import type { ReconciliationDriftRow } from './records/reconciliation-drift.row.js';
import { RECONCILIATION_CHANNEL } from './reconciliation-channel.js';
import { ReconciliationRunRepository } from './records/reconciliation-run.repository.js';
import type { ReconciliationRunRow } from './records/reconciliation-run.row.js';

export const DEFAULT_MAX_CHANGE_RATIO = 0.2;

export interface StartOptions {
  integrationId: string;
  dryRun?: boolean | undefined;
  /** Share of the registered people that the run may change, 0 to 1. */
  maxChangeRatio?: number | undefined;
}

/** Starts reconciliations and returns their results. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly syncs: RegistrationSyncService,
    private readonly runs: ReconciliationRunRepository,
    private readonly drifts: DriftRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Queues a run. A worker starts it at once. @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT if a run of the integration has not ended yet */
  async start(caller: Caller, options: StartOptions): Promise<ReconciliationRunRow> {
    return (await this.queue(caller, options)) as ReconciliationRunRow;
  }

  /**
   * Queues the scheduled run that is due. Does nothing if another replica has already queued it.
   * @param due a scheduled run that was started at or after this time counts as the due run
   * @throws NOT_FOUND, CONFLICT if a run of the integration has not ended yet
   */
  async startScheduled(caller: Caller, integrationId: string, due: Date): Promise<void> {
    await this.queue(caller, { integrationId }, due);
  }

  private async queue(caller: Caller, options: StartOptions, due?: Date): Promise<ReconciliationRunRow | undefined> {
    const { integrationId, dryRun = false, maxChangeRatio = DEFAULT_MAX_CHANGE_RATIO } = options;
    await this.integrations.get(caller, integrationId);
    const settings = await this.syncs.find(caller.tenantId, integrationId);
    if (!settings)
      throw DomainError.badInput('Configure the registration sync of this integration first', 'integrationId');
    if (!dryRun) requireRepairs(settings);
    const { tenantId } = caller;
    try {
      return await this.database.transaction(async (tx) => {
        const requestedBy = caller.actor.name;
        const scheduled = due !== undefined;
        const wanted = { tenantId, integrationId, dryRun, maxChangeRatio, requestedBy, scheduled };
        const run = await this.runs.insert(tx, wanted, due);
        if (!run) return undefined;
        await this.audit.record(tx, caller, {
          action: 'reconciliation.started',
          integrationId,
          subject: { type: 'reconciliation_run', id: run.id },
          detail: { dryRun, maxChangeRatio },
        });
        await tx.execute(`select pg_notify($1, '')`, [RECONCILIATION_CHANNEL]);
        return run;
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'reconciliation_runs_active') throw error;
      throw DomainError.conflict('A reconciliation of this integration is under way');
    }
  }

  /** @throws NOT_FOUND, CONFLICT if the run has ended */
  async cancel(caller: Caller, id: string): Promise<ReconciliationRunRow> {
    await this.get(caller, id);
    return this.database.transaction(async (tx) => {
      const run = await this.runs.cancel(tx, caller.tenantId, id);
      if (!run) throw DomainError.conflict('This reconciliation has ended.');
      await this.audit.record(tx, caller, {
        action: 'reconciliation.cancelled',
        integrationId: run.integration_id,
        subject: { type: 'reconciliation_run', id },
      });
      return run;
    });
  }

  async find({ tenantId }: Caller, id: string): Promise<ReconciliationRunRow | undefined> {
    return isId(id) ? this.runs.find(tenantId, id) : undefined;
  }

  /** @throws NOT_FOUND */
  async get(caller: Caller, id: string): Promise<ReconciliationRunRow> {
    const run = await this.find(caller, id);
    if (!run) throw DomainError.notFound('Reconciliation run', id);
    return run;
  }

  /** Newest first. @throws NOT_FOUND if the tenant has no such integration */
  async list(caller: Caller, integrationId: string, page: PageRequest): Promise<Page<ReconciliationRunRow>> {
    await this.integrations.get(caller, integrationId);
    return this.runs.list(caller.tenantId, integrationId, page);
  }

  async drift({ tenantId }: Caller, runId: string, page: PageRequest): Promise<Page<ReconciliationDriftRow>> {
    return this.drifts.list(tenantId, runId, page);
  }
}

/**
 * Refuses a repair run while the sync is paused or disabled. Such a run would only fail, and its alert would remain
 * after the sync is resumed.
 * @throws CONFLICT
 */
function requireRepairs({ enabled, pausedReason }: RegistrationSyncSettings): void {
  if (!enabled) throw DomainError.conflict('The registration sync is switched off. Switch it on, or start a dry run.');
  if (pausedReason !== null)
    throw DomainError.conflict(`The registration sync is paused (${pausedReason}). Resume it, or start a dry run.`);
}
