import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@rollcall/platform';
import { RegistrationRequeuer } from '../../ledger/registration-requeuer.js';
import type { ReconciliationRunRow } from '../records/reconciliation-run.row.js';

/** SQL condition: difference `d` of a run has no result yet. $1, $2: tenant, run. */
const OPEN = `d.tenant_id = $1 and d.run_id = $2 and d.kind in ('SET_TRUE', 'SET_FALSE') and d.repaired_at is null and d.error is null`;

/** The ledger rows on which the repair of difference `d` depends: the row of the identity, and all other rows with the same remote user. */
const CONCERNED = `
  select state, confirmed_at, last_error from registrations person
  where person.tenant_id = d.tenant_id and person.integration_id = d.integration_id and person.identity_id = d.identity_id
  union all
  select state, confirmed_at, last_error from registrations held
  where held.tenant_id = d.tenant_id and held.integration_id = d.integration_id and held.okta_user_id = d.okta_user_id
    and held.identity_id <> d.identity_id`;

/**
 * Requeues the differences of a run in the ledger, because only the write-back worker writes to Okta. Also records the
 * results of these repairs.
 */
@Injectable()
export class RepairQueue {
  constructor(
    private readonly database: Database,
    private readonly requeuer: RegistrationRequeuer,
  ) {}

  /** Requeues the identities whose value differed. It is idempotent, because a run may repeat it after a crash. */
  async hand(tx: Tx, run: ReconciliationRunRow): Promise<void> {
    const { tenant_id: tenantId, integration_id: integrationId, id: runId, started_at: startedAt } = run;
    await this.requeuer.requeueDrift(tx, { tenantId, integrationId, runId, startedAt });
  }

  /**
   * Records the results of the repairs. The ledger rows are looked up one by one. PostgreSQL has no estimate of the
   * number of differences, and could choose a join that takes quadratic time.
   * @returns the number of repairs without a result yet
   */
  async collect(run: ReconciliationRunRow): Promise<number> {
    const [row] = await this.database.query<{ waiting: number }>(
      `with outcome as (
         update reconciliation_drift d set (repaired_at, error) = (
           select case when r.state = 'IN_SYNC' then coalesce(r.confirmed_at, now()) end,
             case when r.state is null then 'The person was deleted' when r.state <> 'IN_SYNC' then coalesce(r.last_error, r.state) end
           from (select) as always left join lateral (
             select * from (${CONCERNED}) r order by state = 'IN_SYNC' limit 1) r on true)
         where ${OPEN} and not exists (select from (${CONCERNED}) r where state not in ('IN_SYNC', 'PARKED', 'SKIPPED', 'UNLINKED'))
         returning d.repaired_at
       ), counted as (
         update reconciliation_runs set
           repaired = repaired + (select count(*) from outcome where repaired_at is not null),
           failed = failed + (select count(*) from outcome where repaired_at is null)
         where tenant_id = $1 and id = $2 and exists (select 1 from outcome)
       )
       select (select count(*)::int from reconciliation_drift d where ${OPEN}) - (select count(*)::int from outcome) as waiting`,
      [run.tenant_id, run.id],
    );
    return row?.waiting ?? 0;
  }

  /** Stops waiting for repairs without a result. The write-back worker continues to retry them. */
  async abandon(run: ReconciliationRunRow, reason: string): Promise<void> {
    await this.database.execute(
      `with given_up as (
         update reconciliation_drift d set error = $3 where ${OPEN} returning 1
       )
       update reconciliation_runs set failed = failed + (select count(*) from given_up) where tenant_id = $1 and id = $2`,
      [run.tenant_id, run.id, reason],
    );
  }
}
