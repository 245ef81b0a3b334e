import { Injectable } from '@nestjs/common';
import type { Sql } from '@rollcall/platform';

/** Stores which Okta org a host name belongs to. */
@Injectable()
export class OktaOrgNames {
  /** @returns true if the host name was unknown before, or belonged to another org */
  async record(sql: Sql, tenantId: string, oktaDomain: string, orgId: string): Promise<boolean> {
    const changed = await sql.execute(
      `insert into okta_org_names as n (tenant_id, okta_domain, org_id) values ($1, $2, $3)
       on conflict (tenant_id, okta_domain) do update set org_id = excluded.org_id, read_at = now()
         where n.org_id <> excluded.org_id`,
      [tenantId, oktaDomain, orgId],
    );
    return changed > 0;
  }
}
