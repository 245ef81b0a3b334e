import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, type Sql } from '@rollcall/platform';
import type { OktaSignInRow } from './okta-sign-in.row.js';
import type { OktaSignInState } from './okta-sign-in-state.js';

/** How long a claim lasts. It must be longer than all requests of one set-up together. */
const BUSY = '2 minutes';

@Injectable()
export class OktaSignInRepository {
  constructor(private readonly database: Database) {}

  async find({ tenantId, integrationId }: IntegrationKey): Promise<OktaSignInRow | undefined> {
    return (await this.findMany(tenantId, [integrationId]))[0];
  }

  /** Settings of the given integrations, in any order. */
  async findMany(tenantId: string, integrationIds: readonly string[]): Promise<OktaSignInRow[]> {
    return this.database.query<OktaSignInRow>(
      'select * from okta_sign_ins where tenant_id = $1 and integration_id = any($2::uuid[])',
      [tenantId, integrationIds],
    );
  }

  /** @returns false if another caller is setting up the same integration */
  async claim({ tenantId, integrationId }: IntegrationKey): Promise<boolean> {
    const claimed = await this.database.execute(
      `insert into okta_sign_ins as o (tenant_id, integration_id, busy_until) values ($1, $2, now() + interval '${BUSY}')
       on conflict (tenant_id, integration_id) do update set busy_until = excluded.busy_until
         where o.busy_until is null or o.busy_until < now()`,
      [tenantId, integrationId],
    );
    return claimed === 1;
  }

  async release({ tenantId, integrationId }: IntegrationKey): Promise<void> {
    await this.database.execute(
      'update okta_sign_ins set busy_until = null where tenant_id = $1 and integration_id = $2',
      [tenantId, integrationId],
    );
  }

  /** Stores the state that was read from Okta. */
  async save(sql: Sql, { tenantId, integrationId }: IntegrationKey, state: OktaSignInState): Promise<void> {
    await sql.execute(
      `insert into okta_sign_ins as o (tenant_id, integration_id, identity_provider_id, identity_provider_status, policy_id,
         routing_rule_id, routing_active, checked_at)
       values ($1, $2, $3, $4, $5, $6, $7, now())
       on conflict (tenant_id, integration_id) do update set identity_provider_id = excluded.identity_provider_id,
         identity_provider_status = excluded.identity_provider_status, policy_id = excluded.policy_id,
         routing_rule_id = excluded.routing_rule_id, routing_active = excluded.routing_active, checked_at = excluded.checked_at`,
      [
        tenantId,
        integrationId,
        state.provider?.id ?? null,
        state.provider?.status ?? null,
        state.policyId,
        state.rule?.id ?? null,
        state.rule?.status === 'ACTIVE',
      ],
    );
  }

  async saveSecret(sql: Sql, { tenantId, integrationId }: IntegrationKey, secretId: string | null): Promise<void> {
    await sql.execute('update okta_sign_ins set secret_id = $3 where tenant_id = $1 and integration_id = $2', [
      tenantId,
      integrationId,
      secretId,
    ]);
  }
}
