import { Injectable } from '@nestjs/common';
import {
  Database,
  encodeCursor,
  idSliceOf,
  newId,
  type Page,
  type PageRequest,
  toPage,
  type Tx,
} from '@rollcall/platform';
import type { Drift } from './drift.js';
import type { ReconciliationDriftRow } from './reconciliation-drift.row.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';

/** SQL: the reason why the ledger row that would repair difference `d` is parked. Null if it is not parked. */
const PARKED = `(select concat_ws(': ', 'Parked', r.last_error) from registrations r
  where r.tenant_id = d.tenant_id and r.integration_id = d.integration_id and r.state = 'PARKED'
    and (r.identity_id = d.identity_id or r.okta_user_id = d.okta_user_id) limit 1)`;

@Injectable()
export class DriftRepository {
  constructor(private readonly database: Database) {}

  /** Stores differences. A difference that was already stored, before a crash, is skipped. @returns the number of new differences */
  async insert(tx: Tx, run: ReconciliationRunRow, drift: readonly Drift[]): Promise<number> {
    if (drift.length === 0) return 0;
    return tx.execute(
      `insert into reconciliation_drift (tenant_id, run_id, integration_id, id, identity_id, okta_user_id, kind, expected, actual)
       select $1, $2, $3, found.* from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::boolean[], $9::boolean[])
         as found (id, identity_id, okta_user_id, kind, expected, actual)
       on conflict do nothing`,
      [
        run.tenant_id,
        run.id,
        run.integration_id,
        drift.map(() => newId()),
        drift.map((one) => one.identityId),
        drift.map((one) => one.oktaUserId),
        drift.map((one) => one.kind),
        drift.map((one) => one.expected),
        drift.map((one) => one.actual),
      ],
    );
  }

  /** Number of people that the run would change now. Parked rows do not count, because they wait for an administrator. */
  async countChanges(run: ReconciliationRunRow): Promise<number> {
    const [row] = await this.database.query<{ changes: number }>(
      `select count(*)::int as changes from reconciliation_drift d
       where d.tenant_id = $1 and d.run_id = $2 and d.kind in ('SET_TRUE', 'SET_FALSE') and ${PARKED} is null`,
      [run.tenant_id, run.id],
    );
    return row?.changes ?? 0;
  }

  /**
   * Marks differences of parked people as not repaired, except the first `room` of them. The run retries these, and
   * each retry counts against the rest of the safety cap. Called after the cap was enforced, so that parked people
   * never prevent the repair of others.
   */
  async leaveParked(tx: Tx, run: ReconciliationRunRow, room: number): Promise<void> {
    await tx.execute(
      `with parked as materialized (
         select d.id, ${PARKED} as reason from reconciliation_drift d
         where d.tenant_id = $1 and d.run_id = $2 and d.kind in ('SET_TRUE', 'SET_FALSE') and d.repaired_at is null and d.error is null
       ), left_alone as (
         select id, reason from parked where reason is not null order by id offset $3
       ), reported as (
         update reconciliation_drift d set error = left_alone.reason from left_alone
         where d.tenant_id = $1 and d.run_id = $2 and d.id = left_alone.id returning 1
       )
       update reconciliation_runs set failed = failed + (select count(*) from reported) where tenant_id = $1 and id = $2`,
      [run.tenant_id, run.id, Math.max(0, room)],
    );
  }

  /** In the order in which the differences were found. */
  async list(tenantId: string, runId: string, page: PageRequest): Promise<Page<ReconciliationDriftRow>> {
    const { id, beyond, order, limit } = idSliceOf(page, 'asc');
    const [rows, [count]] = await Promise.all([
      this.database.query<ReconciliationDriftRow>(
        `select * from reconciliation_drift where tenant_id = $1 and run_id = $2 and ($3::uuid is null or id ${beyond} $3) order by id ${order} limit $4`,
        [tenantId, runId, id, limit],
      ),
      this.database.query<{ total: number }>(
        `select count(*)::int as total from reconciliation_drift where tenant_id = $1 and run_id = $2`,
        [tenantId, runId],
      ),
    ]);
    return toPage(rows, page, count?.total ?? 0, ({ id }) => encodeCursor([id]));
  }
}
