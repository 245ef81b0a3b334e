import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@rollcall/platform';
import type { OktaUser } from '../okta/okta-user-gateway.js';
import type { OurSide } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';

const COLUMNS = `i.id as "identityId", r.okta_user_id as "oktaUserId", i.external_id as "externalId", i.user_name as "userName",
  i.active and i.active_passkeys > 0 as desired, coalesce(r.due_at is not null and r.state in ('PENDING', 'RETRYING'), false) as "onItsWay"`;
const LEDGER = `left join registrations r on r.tenant_id = i.tenant_id and r.integration_id = i.integration_id and r.identity_id = i.id`;

/** Our side of a comparison: identities with what the ledger knows of them. */
@Injectable()
export class OurSideRepository {
  constructor(private readonly database: Database) {}

  /** Every identity that could be meant by one of these Okta users. */
  async matching(run: ReconciliationRunRow, users: readonly OktaUser[]): Promise<OurSide[]> {
    const ids = users.map((user) => user.id);
    return this.database.query<OurSide>(
      `select ${COLUMNS} from identities i ${LEDGER}
       where i.tenant_id = $1 and i.integration_id = $2 and i.id in (
         select identity_id from registrations where tenant_id = $1 and integration_id = $2 and okta_user_id = any($3)
         union
         select id from identities where tenant_id = $1 and integration_id = $2 and external_id = any($3)
         union
         select id from identities where tenant_id = $1 and integration_id = $2 and lower(user_name) = any($4))`,
      [run.tenant_id, run.integration_id, ids, users.map((user) => user.login.toLowerCase())],
    );
  }

  async one(run: ReconciliationRunRow, identityId: string): Promise<OurSide | undefined> {
    const [row] = await this.database.query<OurSide>(
      `select ${COLUMNS} from identities i ${LEDGER} where i.tenant_id = $1 and i.integration_id = $2 and i.id = $3`,
      [run.tenant_id, run.integration_id, identityId],
    );
    return row;
  }

  async markSeen(tx: Tx, run: ReconciliationRunRow, identityIds: readonly string[]): Promise<void> {
    if (identityIds.length === 0) return;
    await tx.execute(
      `insert into reconciliation_seen (tenant_id, run_id, identity_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
      [run.tenant_id, run.id, identityIds],
    );
  }

  /** The next people who should be registered, with whether Okta listed them, by identity id. */
  async registeredAfter(run: ReconciliationRunRow, last: string | null, most: number): Promise<(OurSide & { seen: boolean })[]> {
    return this.database.query<OurSide & { seen: boolean }>(
      `select ${COLUMNS}, exists (select 1 from reconciliation_seen s
         where s.tenant_id = i.tenant_id and s.run_id = $5 and s.identity_id = i.id) as seen
       from identities i ${LEDGER}
       where i.tenant_id = $1 and i.integration_id = $2 and i.active and i.active_passkeys > 0
         and i.id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
       order by i.id limit $4`,
      [run.tenant_id, run.integration_id, last, most, run.id],
    );
  }

  /** How many people should be registered. */
  async countRegistered(run: ReconciliationRunRow): Promise<number> {
    const [row] = await this.database.query<{ registered: number }>(
      `select count(*)::int as registered from identities
       where tenant_id = $1 and integration_id = $2 and active and active_passkeys > 0`,
      [run.tenant_id, run.integration_id],
    );
    return row?.registered ?? 0;
  }
}
