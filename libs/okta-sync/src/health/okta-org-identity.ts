import { Injectable, Logger } from '@nestjs/common';
import { RegistrationLedger } from '@rollcall/directory';
import { OktaOrgNames, writesToOkta } from '@rollcall/directory-integration';
import { type OktaOrg, OktaOrgInspector, OktaQuotas } from '@rollcall/okta';
import { Database, type Tx } from '@rollcall/platform';

const BATCH = 2_000;

/**
 * Reads the id of the Okta org at a host name, because two integrations may use different host names of the same org.
 * Until the id is known, the host name identifies the org.
 */
@Injectable()
export class OktaOrgIdentity {
  private readonly log = new Logger(OktaOrgIdentity.name);

  constructor(
    private readonly inspector: OktaOrgInspector,
    private readonly names: OktaOrgNames,
    private readonly quotas: OktaQuotas,
    private readonly ledger: RegistrationLedger,
    private readonly database: Database,
  ) {}

  /**
   * Records the id of the org. Until now, integrations at other host names of this org were treated as if they wrote to
   * another org. So users that two of these integrations manage are read again. Errors of the org are logged, and not
   * thrown.
   */
  async identify(org: OktaOrg): Promise<void> {
    const orgId = await this.read(org);
    if (orgId === undefined || orgId === org.orgId) return;
    await this.database.transaction(async (tx) => {
      if (!(await this.names.record(tx, org.tenantId, org.domain, orgId))) return;
      await this.quotas.adopt(tx, org, orgId);
      await this.rereadShared(tx, org, orgId);
    });
  }

  private async read(org: OktaOrg): Promise<string | undefined> {
    try {
      return await this.inspector.organizationId(org);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      this.log.log(`${org.domain} does not say which Okta org it is, so its host name identifies it. ${cause}`);
      return undefined;
    }
  }

  private async rereadShared(tx: Tx, { tenantId, domain }: OktaOrg, orgId: string): Promise<void> {
    const shared = await tx.query<{ integrationId: string; ids: string[] }>(SHARED, [tenantId, domain, orgId]);
    for (const { integrationId, ids } of shared) {
      for (let from = 0; from < ids.length; from += BATCH)
        await this.ledger.relink(tx, { tenantId, integrationId }, ids.slice(from, from + BATCH));
    }
  }
}

/**
 * Identities whose Okta user is managed under this host name and also under another host name of the same org. $1 to
 * $3: tenant, host name, org id.
 */
const SHARED = `
  with syncs as materialized (
    select s.integration_id, s.attribute, s.okta_domain = $2 as here from registration_syncs s
      join okta_org_names n on n.tenant_id = s.tenant_id and n.okta_domain = s.okta_domain
    where s.tenant_id = $1 and n.org_id = $3 and ${writesToOkta('s')}
  ), people as materialized (
    select syncs.integration_id, syncs.attribute, syncs.here, i.id, coalesce(r.okta_user_id, i.external_id) as user_id from syncs
      join identities i on i.tenant_id = $1 and i.integration_id = syncs.integration_id
      left join registrations r on r.tenant_id = $1 and r.integration_id = i.integration_id and r.identity_id = i.id
    where exists (select 1 from syncs where here) and exists (select 1 from syncs where not here)
      and coalesce(r.okta_user_id, i.external_id) is not null
  )
  select p.integration_id as "integrationId", array_agg(p.id::text order by p.id) as ids from people p
  where exists (select 1 from people o where o.user_id = p.user_id and o.attribute = p.attribute and o.here <> p.here)
  group by p.integration_id order by p.integration_id`;
