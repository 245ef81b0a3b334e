import { Injectable } from '@nestjs/common';
import { Database, isId, nameKey, newId } from '@rollcall/platform';
import type { RemoteUser } from '../../target/registration-target.js';
import type { LocalRegistration } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from '../records/reconciliation-run.row.js';

const COLUMNS = `i.id as "identityId", r.okta_user_id as "oktaUserId", i.external_id as "externalId", i.user_name as "userName",
  i.active and i.active_passkeys > 0 as desired, coalesce((r.due_at is not null and r.state in ('PENDING', 'RETRYING')) or r.state in ('HELD', 'DISCARDED'), false) as "onItsWay"`;
const LEDGER = `left join registrations r on r.tenant_id = i.tenant_id and r.integration_id = i.integration_id and r.identity_id = i.id`;

/**
 * Hides the ids from the planner. With a literal list of 1,000 ids PostgreSQL would choose a sequential scan; it cannot
 * estimate the length of this array.
 */
const byIndex = (array: string): string => `array(select unnest(${array}))`;

/** Our side of a comparison: the identities with their ledger rows. */
@Injectable()
export class LocalRegistrationRepository {
  constructor(private readonly database: Database) {}

  /**
   * Most remote users match an identity. This statement finds the identities that should be registered and are linked
   * to one of the remote users, and records them without loading them. A crash of PostgreSQL that loses this record
   * also loses the checkpoint that follows it.
   * The arrays and `IS TRUE` prevent a join, because a join takes quadratic time if its estimates are wrong.
   * @returns ids of the remote users without such an identity
   */
  async notInStep(run: ReconciliationRunRow, remoteIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `with remembered as materialized (
         select identity_id, okta_user_id from registrations
         where tenant_id = $1 and integration_id = $2 and okta_user_id = any(${byIndex('$3::text[]')})
       ), in_step as materialized (
         select id from identities
         where tenant_id = $1 and integration_id = $2 and id = any(array(select identity_id from remembered))
           and active and active_passkeys > 0
       ), noted as (
         insert into reconciliation_pages (tenant_id, run_id, id, identity_ids)
         select held.tenant_id, held.id, $6, array(select id from in_step) from reconciliation_runs held
         where held.tenant_id = $1 and held.id = $4 and held.locked_by = $5 and exists (select 1 from in_step)
           and set_config('synchronous_commit', 'off', true) is not null
       )
       select unnest($3::text[]) as id except
       select okta_user_id from remembered where (identity_id in (select id from in_step)) is true`,
      [run.tenant_id, run.integration_id, remoteIds, run.id, run.locked_by, newId()],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Records identities that are true on both sides, like `notInStep`. */
  async noteSeen(run: ReconciliationRunRow, identityIds: readonly string[]): Promise<void> {
    if (identityIds.length === 0) return;
    await this.database.execute(
      `insert into reconciliation_pages (tenant_id, run_id, id, identity_ids)
       select tenant_id, id, $4, $5::uuid[] from reconciliation_runs where tenant_id = $1 and id = $2 and locked_by = $3`,
      [run.tenant_id, run.id, run.locked_by, newId(), identityIds],
    );
  }

  /**
   * All identities that may match one of these remote users. Most match by the stored remote id, for which one index is
   * enough. Only for the other users are the other keys searched.
   */
  async matching(run: ReconciliationRunRow, users: readonly RemoteUser[]): Promise<LocalRegistration[]> {
    const remembered = await this.database.query<LocalRegistration>(
      `select ${COLUMNS} from registrations r join identities i
         on i.tenant_id = r.tenant_id and i.integration_id = r.integration_id and i.id = r.identity_id
       where r.tenant_id = $1 and r.integration_id = $2 and r.okta_user_id = any(${byIndex('$3::text[]')})`,
      [run.tenant_id, run.integration_id, users.map((user) => user.id)],
    );
    const found = new Set(remembered.map((one) => one.oktaUserId));
    const others = users.filter((user) => !found.has(user.id));
    return others.length === 0 ? remembered : [...remembered, ...(await this.matchingByName(run, others))];
  }

  private async matchingByName(run: ReconciliationRunRow, users: readonly RemoteUser[]): Promise<LocalRegistration[]> {
    const externalIds = users.flatMap(({ externalId }) => externalId ?? []);
    const names = users.map(({ login }) => nameKey(login));
    return this.database.query<LocalRegistration>(
      `select ${COLUMNS} from identities i ${LEDGER}
       where i.tenant_id = $1 and i.integration_id = $2 and i.id in (
         select id from identities where tenant_id = $1 and integration_id = $2 and external_id = any($3)
         union
         select id from identities where tenant_id = $1 and integration_id = $2 and user_name_key = any($4)
         union
         select id from identities where tenant_id = $1 and integration_id = $2 and shared_name_key = any($4)
         union
         select id from identities where tenant_id = $1 and integration_id = $2 and id = any($5::uuid[]))`,
      [run.tenant_id, run.integration_id, externalIds, names, externalIds.filter(isId)],
    );
  }

  async read(run: ReconciliationRunRow, identityIds: readonly string[]): Promise<Map<string, LocalRegistration>> {
    const rows = await this.database.query<LocalRegistration>(
      `select ${COLUMNS} from identities i ${LEDGER} where i.tenant_id = $1 and i.integration_id = $2
         and i.id = any(${byIndex('$3::uuid[]')})`,
      [run.tenant_id, run.integration_id, identityIds],
    );
    return new Map(rows.map((row) => [row.identityId, row]));
  }

  /**
   * The next people who should be registered but were not in Okta's list, by identity id. EXCEPT is used because
   * PostgreSQL has no estimate for `identity_ids`. A join could compare row by row, which takes quadratic time.
   */
  async unseenAfter(run: ReconciliationRunRow, last: string | null, most: number): Promise<LocalRegistration[]> {
    return this.database.query<LocalRegistration>(
      `with unseen as materialized (
         select id from identities
         where tenant_id = $1 and integration_id = $2 and active and active_passkeys > 0
           and id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
         except all
         select unnest(identity_ids) from reconciliation_pages where tenant_id = $1 and run_id = $5
         order by id limit $4
       )
       select ${COLUMNS} from unseen join identities i on i.tenant_id = $1 and i.integration_id = $2 and i.id = unseen.id ${LEDGER}
       order by i.id`,
      [run.tenant_id, run.integration_id, last, most, run.id],
    );
  }

  /** Number of people who should be registered. */
  async countRegistered(run: ReconciliationRunRow): Promise<number> {
    const [row] = await this.database.query<{ registered: number }>(
      `select count(*)::int as registered from identities
       where tenant_id = $1 and integration_id = $2 and active and active_passkeys > 0`,
      [run.tenant_id, run.integration_id],
    );
    return row?.registered ?? 0;
  }
}
