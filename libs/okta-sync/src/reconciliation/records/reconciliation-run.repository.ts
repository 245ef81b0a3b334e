import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import {
  Database,
  encodeCursor,
  idSliceOf,
  newId,
  type Page,
  type PageRequest,
  type Sql,
  toPage,
} from '@rollcall/platform';
import { WebhookEvent } from '@rollcall/webhooks';
import type { ReconciliationRunRow, RunPhase, RunStatus } from './reconciliation-run.row.js';
import { NO_REFUSALS, type Refusals } from './refusals.js';

/** Duration of the lease of a run. The process that executes the run renews it every two seconds. */
const LEASE_SECONDS = 15;

export interface NewRun {
  tenantId: string;
  integrationId: string;
  dryRun: boolean;
  maxChangeRatio: number;
  requestedBy: string;
  scheduled: boolean;
}

export interface ScheduledIntegration extends IntegrationKey {
  /** Start of the last scheduled run. If there was none, the time when the settings were saved. */
  since: Date;
}

/** Progress of a run. The counts are added to the stored counts. */
export interface Progress {
  phase: RunPhase;
  position: string | null;
  examined?: number;
  drifted?: number;
  oktaRequests?: number;
  refusals?: Refusals;
}

/** A run that this process has leased. */
export type HeldRun = Pick<ReconciliationRunRow, 'tenant_id' | 'id' | 'locked_by'>;

@Injectable()
export class ReconciliationRunRepository {
  constructor(private readonly database: Database) {}

  /**
   * Inserts a run.
   * @param due if given, inserts nothing if a scheduled run was started at or after this time
   * @returns undefined if nothing was inserted
   * @throws a unique violation of `reconciliation_runs_active` if a run of the integration has not ended yet
   */
  async insert(sql: Sql, run: NewRun, due?: Date): Promise<ReconciliationRunRow | undefined> {
    const [row] = await sql.query<ReconciliationRunRow>(
      `insert into reconciliation_runs (tenant_id, id, integration_id, dry_run, max_change_ratio, requested_by, scheduled)
       select $1, $2, $3, $4, $5, $6, $7 where not exists (
         select from reconciliation_runs where tenant_id = $1 and integration_id = $3 and scheduled and created_at >= $8)
       returning *`,
      [
        run.tenantId,
        newId(),
        run.integrationId,
        run.dryRun,
        run.maxChangeRatio,
        run.requestedBy,
        run.scheduled,
        due ?? 'infinity',
      ],
    );
    return row;
  }

  /**
   * Claims a queued run, or a run whose process has ended. The first claim also stores the version of the settings,
   * because the settings may change during the run.
   */
  async claim(): Promise<ReconciliationRunRow | undefined> {
    const [row] = await this.database.query<ReconciliationRunRow>(
      `with next as materialized (
         select tenant_id, id from reconciliation_runs
         where status in ('QUEUED', 'RUNNING') and (locked_until is null or locked_until < now())
         order by id limit 1 for update skip locked
       )
       update reconciliation_runs r set status = 'RUNNING', started_at = coalesce(r.started_at, now()), locked_by = $1,
         locked_until = now() + $2::integer * interval '1 second',
         settings_at = case when r.started_at is not null then r.settings_at else (
           select s.updated_at from registration_syncs s where s.tenant_id = r.tenant_id and s.integration_id = r.integration_id) end
       from next
       where r.tenant_id = next.tenant_id and r.id = next.id
       returning r.*`,
      [newId(), LEASE_SECONDS],
    );
    return row;
  }

  /** Renews the lease. @returns `held`: this process still holds the run; `cancelled`: an administrator cancelled it */
  async beat(run: HeldRun): Promise<{ held: boolean; cancelled: boolean }> {
    const [row] = await this.database.query<{ cancel_requested: boolean }>(
      `update reconciliation_runs set locked_until = now() + $4::integer * interval '1 second'
       where tenant_id = $1 and id = $2 and locked_by = $3 returning cancel_requested`,
      [run.tenant_id, run.id, run.locked_by, LEASE_SECONDS],
    );
    return { held: row !== undefined, cancelled: row?.cancel_requested ?? false };
  }

  /** Writes a checkpoint. @returns false if this process no longer holds the run */
  async advance(sql: Sql, run: HeldRun, progress: Progress): Promise<boolean> {
    const { count, first } = progress.refusals ?? NO_REFUSALS;
    const advanced = await sql.execute(
      `update reconciliation_runs set phase = $4, position = $5, examined = examined + $6, drifted = drifted + $7,
         okta_requests = okta_requests + $8, locked_until = now() + $9::integer * interval '1 second',
         refused = refused + $10, first_refusal = coalesce(first_refusal, $11)
       where tenant_id = $1 and id = $2 and locked_by = $3`,
      [
        run.tenant_id,
        run.id,
        run.locked_by,
        progress.phase,
        progress.position,
        progress.examined ?? 0,
        progress.drifted ?? 0,
        progress.oktaRequests ?? 0,
        LEASE_SECONDS,
        count,
        first,
      ],
    );
    return advanced === 1;
  }

  /**
   * Starts the list of the target from the beginning. The differences found so far remain.
   * @returns false if this process no longer holds the run
   */
  async listAnew(run: HeldRun): Promise<boolean> {
    const [row] = await this.database.query<{ held: boolean }>(
      `with begun as (
         update reconciliation_runs set position = null, examined = 0, refused = 0, first_refusal = null
         where tenant_id = $1 and id = $2 and locked_by = $3 returning tenant_id, id
       ), forgotten as (
         delete from reconciliation_pages p using begun where p.tenant_id = begun.tenant_id and p.run_id = begun.id
       )
       select exists (select 1 from begun) as held`,
      [run.tenant_id, run.id, run.locked_by],
    );
    return row?.held ?? false;
  }

  async finish(run: HeldRun, status: RunStatus, error: string | null): Promise<void> {
    await this.database.execute(
      `with finished as (
         update reconciliation_runs set status = $4, error = $5, finished_at = now(), locked_until = null, locked_by = null
         where tenant_id = $1 and id = $2 and locked_by = $3 returning tenant_id, id, integration_id, drifted, repaired, dry_run
       ), announced as (
         insert into webhook_messages (tenant_id, id, endpoint_id, type, subject, data)
         select e.tenant_id, gen_random_uuid(), e.id, $6, f.id::text, jsonb_build_object('integrationId', f.integration_id, 'runId', f.id,
           'dryRun', f.dry_run, 'drifted', f.drifted, 'repaired', f.repaired)
         from finished f join webhook_endpoints e on e.tenant_id = f.tenant_id and e.disabled_at is null and $6 = any(e.events)
         where f.drifted > 0
       )
       delete from reconciliation_pages p using finished f where p.tenant_id = f.tenant_id and p.run_id = f.id`,
      [run.tenant_id, run.id, run.locked_by, status, error, WebhookEvent.DRIFT_FOUND],
    );
  }

  /**
   * True if the registration sync was configured after the run began. The findings of the run may then be about another
   * org. Waits for a transaction that is changing the settings, and blocks later changes until this transaction ends.
   */
  async isOutdated(sql: Sql, run: HeldRun): Promise<boolean> {
    const [row] = await sql.query<{ outdated: boolean }>(
      `select case when r.settings_at is null then s.updated_at > r.started_at else s.updated_at <> r.settings_at end as outdated
       from reconciliation_runs r join registration_syncs s on s.tenant_id = r.tenant_id and s.integration_id = r.integration_id
       where r.tenant_id = $1 and r.id = $2 for share of s`,
      [run.tenant_id, run.id],
    );
    return row?.outdated ?? false;
  }

  /** The refusals of all checkpoints of a run together. */
  async refusals(run: HeldRun): Promise<Refusals> {
    const [row] = await this.database.query<Refusals>(
      `select refused as count, first_refusal as first from reconciliation_runs where tenant_id = $1 and id = $2`,
      [run.tenant_id, run.id],
    );
    return row ?? NO_REFUSALS;
  }

  /** Releases a run, so that another process continues it from its checkpoint. */
  async release(run: HeldRun): Promise<void> {
    await this.database.execute(
      `update reconciliation_runs set locked_until = null, locked_by = null where tenant_id = $1 and id = $2 and locked_by = $3`,
      [run.tenant_id, run.id, run.locked_by],
    );
  }

  /** Cancels a run. A queued run ends at once. A running one ends when its process learns of the cancellation. */
  async cancel(sql: Sql, tenantId: string, id: string): Promise<ReconciliationRunRow | undefined> {
    const [row] = await sql.query<ReconciliationRunRow>(
      `update reconciliation_runs set cancel_requested = true,
         status = case when status = 'QUEUED' then 'CANCELLED' else status end,
         finished_at = case when status = 'QUEUED' then now() end
       where tenant_id = $1 and id = $2 and status in ('QUEUED', 'RUNNING') returning *`,
      [tenantId, id],
    );
    return row;
  }

  async find(tenantId: string, id: string): Promise<ReconciliationRunRow | undefined> {
    const [row] = await this.database.query<ReconciliationRunRow>(
      `select * from reconciliation_runs where tenant_id = $1 and id = $2`,
      [tenantId, id],
    );
    return row;
  }

  /** Newest first. */
  async list(tenantId: string, integrationId: string, page: PageRequest): Promise<Page<ReconciliationRunRow>> {
    const { id, beyond, order, limit } = idSliceOf(page, 'desc');
    const [rows, [count]] = await Promise.all([
      this.database.query<ReconciliationRunRow>(
        `select * from reconciliation_runs where tenant_id = $1 and integration_id = $2 and ($3::uuid is null or id ${beyond} $3)
         order by id ${order} limit $4`,
        [tenantId, integrationId, id, limit],
      ),
      this.database.query<{ total: number }>(
        `select count(*)::int as total from reconciliation_runs where tenant_id = $1 and integration_id = $2`,
        [tenantId, integrationId],
      ),
    ]);
    return toPage(rows, page, count?.total ?? 0, ({ id }) => encodeCursor([id]));
  }

  /** Integrations for which scheduled runs may start: those whose sync is enabled and not paused. */
  async scheduled(): Promise<ScheduledIntegration[]> {
    return this.database.query<ScheduledIntegration>(
      `select s.tenant_id as "tenantId", s.integration_id as "integrationId", coalesce(
         (select max(r.created_at) from reconciliation_runs r
          where r.tenant_id = s.tenant_id and r.integration_id = s.integration_id and r.scheduled), s.updated_at) as since
       from registration_syncs s where s.enabled and s.paused_at is null`,
    );
  }

  /** The newest `most` runs that succeeded, oldest first. */
  async finishedSince(
    tenantId: string,
    integrationId: string,
    since: Date,
    most: number,
  ): Promise<ReconciliationRunRow[]> {
    const rows = await this.database.query<ReconciliationRunRow>(
      `select * from reconciliation_runs
       where tenant_id = $1 and integration_id = $2 and status = 'SUCCEEDED' and finished_at >= $3 order by id desc limit $4`,
      [tenantId, integrationId, since, most],
    );
    return rows.toReversed();
  }

  /** Deletes runs that are older than 90 days, together with their differences. */
  async deleteOld(): Promise<number> {
    return this.database.execute(
      `delete from reconciliation_runs where created_at < now() - interval '90 days' and status not in ('QUEUED', 'RUNNING')`,
    );
  }
}
