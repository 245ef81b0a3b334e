import { Injectable } from '@nestjs/common';
import { Database, type IdSlice, Searches } from '@rollcall/platform';
import type { SignInEventRow } from './sign-in-event.row.js';
import type { SignInOutcome } from './sign-in-outcome.js';

export interface SignInFilter {
  tenantId: string;
  integrationId: string | null;
  identityId: string | null;
  outcome: SignInOutcome | null;
}

const FILTER = `tenant_id = $1 and ($2::uuid is null or integration_id = $2) and ($3::uuid is null or identity_id = $3)
  and ($4::text is null or outcome = $4)`;

const SEARCH = { field: 'outcome', advice: 'Choose an integration or a person.' };

/**
 * Reads and writes `sign_in_events`. The event of a successful sign-in is inserted elsewhere, by the statement that
 * issues its code.
 */
@Injectable()
export class SignInEventRepository {
  constructor(
    private readonly database: Database,
    private readonly searches: Searches,
  ) {}

  /** Does nothing if the integration no longer exists. */
  async insert(event: SignInEventRow): Promise<void> {
    await this.database.execute(
      `insert into sign_in_events (tenant_id, id, integration_id, at, outcome, reason, identity_id, passkey_id, ip, user_agent, duration_ms)
       select $1, $2, d.id, $4, $5, $6, $7, $8, $9, $10, $11 from directory_integrations d where d.tenant_id = $1 and d.id = $3`,
      [
        event.tenant_id,
        event.id,
        event.integration_id,
        event.at,
        event.outcome,
        event.reason,
        event.identity_id,
        event.passkey_id,
        event.ip,
        event.user_agent,
        event.duration_ms,
      ],
    );
  }

  /** Newest first. */
  async list({ tenantId, integrationId, identityId, outcome }: SignInFilter, { id, beyond, order, limit }: IdSlice) {
    return this.searches.run<SignInEventRow>(
      { tenantId, ...SEARCH },
      `select * from sign_in_events where ${FILTER} and ($5::uuid is null or id ${beyond} $5) order by id ${order} limit $6`,
      [tenantId, integrationId, identityId, outcome, id, limit],
    );
  }

  async count({ tenantId, integrationId, identityId, outcome }: SignInFilter): Promise<number> {
    const [row] = await this.searches.run<{ total: number }>(
      { tenantId, ...SEARCH },
      `select count(*)::int as total from sign_in_events where ${FILTER}`,
      [tenantId, integrationId, identityId, outcome],
    );
    return row!.total;
  }

  /** When a sign-in of each integration last succeeded. */
  async lastSuccesses(tenantId: string, integrationIds: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.database.query<{ id: string; at: Date }>(
      `select i.id, (select e.at from sign_in_events e where e.tenant_id = $1 and e.integration_id = i.id and e.outcome = 'SUCCEEDED'
         order by e.id desc limit 1) as at
       from unnest($2::uuid[]) as i (id)`,
      [tenantId, integrationIds],
    );
    return new Map(rows.filter(({ at }) => at !== null).map(({ id, at }) => [id, at]));
  }

  async deleteBefore(time: Date): Promise<number> {
    return this.database.execute('delete from sign_in_events where at < $1', [time]);
  }

  /** Deletes all but the newest `most` events of each integration. */
  async trim(most: number): Promise<void> {
    await this.database.execute(
      `delete from sign_in_events e using directory_integrations d
       where e.tenant_id = d.tenant_id and e.integration_id = d.id and e.id <= (
         select o.id from sign_in_events o where o.tenant_id = d.tenant_id and o.integration_id = d.id order by o.id desc offset $1 limit 1)`,
      [most],
    );
  }
}
