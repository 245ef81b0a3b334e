import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';

/**
 * What the tenant's other integrations want of the same users: two SCIM applications may feed from one org, and people move from one to
 * the other. A user is registered as long as one of them says so.
 */
@Injectable()
export class OtherIntegrations {
  constructor(private readonly database: Database) {}

  /**
   * Those of these remote users whom another integration, which is enabled and writes to the same attribute of the same target, wants
   * registered. An identity's external id is a user's id in Okta only.
   */
  async wanting({ tenantId, integrationId }: IntegrationKey, remoteIds: readonly string[]): Promise<Set<string>> {
    if (remoteIds.length === 0) return new Set();
    const rows = await this.database.query<{ id: string }>(
      `with others as materialized (
         select theirs.tenant_id, theirs.integration_id, theirs.scim is null as okta
         from registration_syncs ours join registration_syncs theirs
           on theirs.tenant_id = ours.tenant_id and theirs.integration_id <> ours.integration_id and theirs.enabled
             and theirs.okta_domain = ours.okta_domain and theirs.attribute = ours.attribute
             and (theirs.scim ->> 'extension') is not distinct from (ours.scim ->> 'extension')
         where ours.tenant_id = $1 and ours.integration_id = $2
       )
       select r.okta_user_id as id from others o
         join registrations r on r.tenant_id = $1 and r.integration_id = o.integration_id and r.okta_user_id = any($3::text[])
         join identities i on i.tenant_id = $1 and i.integration_id = o.integration_id and i.id = r.identity_id
       where i.active and i.active_passkeys > 0
       union
       select i.external_id from others o
         join identities i on i.tenant_id = $1 and i.integration_id = o.integration_id and i.external_id = any($3::text[])
       where o.okta and i.active and i.active_passkeys > 0`,
      [tenantId, integrationId, remoteIds],
    );
    return new Set(rows.map((row) => row.id));
  }
}
