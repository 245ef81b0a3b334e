import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@rollcall/platform';
import { historyOf } from '../history/history-sql.js';
import { REGISTRATION_CHANNEL, wakePayload } from '../registration/registration-channel.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';

/** Differences of a run of which nothing has come yet. $1, $2: tenant, run. */
const OPEN = `d.tenant_id = $1 and d.run_id = $2 and d.kind in ('SET_TRUE', 'SET_FALSE') and d.repaired_at is null and d.error is null`;

/** The ledger rows that a difference is repaired through: the person's, and those of the user, who may be left behind or shared. */
const CONCERNED = `
  select state, confirmed_at, last_error from registrations person
  where person.tenant_id = d.tenant_id and person.integration_id = d.integration_id and person.identity_id = d.identity_id
  union all
  select state, confirmed_at, last_error from registrations held
  where held.tenant_id = d.tenant_id and held.integration_id = d.integration_id and held.okta_user_id = d.okta_user_id
    and held.identity_id <> d.identity_id`;

/** Hands a run's repairs to the ledger, so that the worker stays the only one who writes to Okta, and watches them come true. */
@Injectable()
export class RepairQueue {
  constructor(private readonly database: Database) {}

  /**
   * Tells the ledger what Okta really holds, and makes those people due. Of whom was written to since, Okta is to be asked once more; also of
   * whom the ledger or, in Okta, the external id knows as another user, for it is the worker that moves links. The user that was found, if
   * true, is handed over without an identity then, as is one whom a person had before. Again after a crash: no harm.
   */
  async hand(tx: Tx, run: ReconciliationRunRow): Promise<void> {
    await tx.execute(
      `with handed as materialized (
         select d.identity_id, d.okta_user_id, d.expected, d.actual,
           coalesce(r.okta_user_id = d.okta_user_id, s.scim is not null or i.external_id = d.okta_user_id, true) as theirs
         from reconciliation_drift d
           join registration_syncs s on s.tenant_id = d.tenant_id and s.integration_id = d.integration_id
           left join identities i on i.tenant_id = d.tenant_id and i.id = d.identity_id
           left join registrations r on r.tenant_id = d.tenant_id and r.integration_id = d.integration_id and r.identity_id = d.identity_id
         where d.tenant_id = $1 and d.integration_id = $2 and d.run_id = $3 and d.kind in ('SET_TRUE', 'SET_FALSE')
           and d.repaired_at is null and d.error is null
       ), due as (
         insert into registrations as r (tenant_id, integration_id, identity_id, desired, confirmed, unsure, okta_user_id, due_at)
         select distinct on (identity_id) $1::uuid, $2::uuid, identity_id, expected, case when theirs then actual end, not theirs,
           case when theirs then okta_user_id end, now()
         from handed order by identity_id, theirs desc
         on conflict (tenant_id, integration_id, identity_id) do update set
           seq = r.seq + 1, attempts = 0, due_at = now(), state = 'PENDING',
           confirmed = case when r.okta_user_id <> coalesce(excluded.okta_user_id, '') then r.confirmed else excluded.confirmed end,
           okta_user_id = coalesce(r.okta_user_id, excluded.okta_user_id),
           unsure = (coalesce(r.okta_user_id, excluded.okta_user_id) = excluded.okta_user_id) is not true or r.locked_until is not null or coalesce(r.confirmed_at >= $6, false)
         returning r.identity_id, r.desired, r.confirmed
       ), others as (
         insert into registrations (tenant_id, integration_id, identity_id, unsure, okta_user_id, due_at)
         select $1::uuid, $2::uuid, gen_random_uuid(), true, okta_user_id, now() from handed where not theirs and not expected
       ), ${historyOf(`select identity_id, 'RECONCILED' as kind, desired, confirmed, null as note from due`)}
       select pg_notify($4, $5) where exists (select 1 from due)`,
      [
        run.tenant_id,
        run.integration_id,
        run.id,
        REGISTRATION_CHANNEL,
        wakePayload({ tenantId: run.tenant_id, integrationId: run.integration_id }),
        run.started_at,
      ],
    );
  }

  /**
   * Notes what became of the repairs. Looks into the ledger row by row: PostgreSQL has no idea how many differences there are, and might
   * join with them in the square of their number.
   * @returns how many are still under way
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

  /** Gives up on what is still under way: the ledger goes on trying, the run does not wait. */
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
