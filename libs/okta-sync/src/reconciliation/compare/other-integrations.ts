import { Injectable } from '@nestjs/common';
import { writesToOkta } from '@rollcall/directory-integration';
import { Database } from '@rollcall/platform';
import { SAME_TARGET } from '../../target/same-target.js';
import type { Drift } from '../records/drift.js';
import type { ReconciliationRunRow } from '../records/reconciliation-run.row.js';

/** The other integrations of the tenant that write the same attribute at the same target. */
@Injectable()
export class OtherIntegrations {
  constructor(private readonly database: Database) {}

  /**
   * Removes users that another integration manages, because the runs of that integration compare them. External ids are
   * compared only for Okta, because only there are they ids of users.
   */
  async withoutTheirs(run: ReconciliationRunRow, unknown: readonly Drift[]): Promise<Drift[]> {
    const ids = unknown.flatMap(({ oktaUserId }) => oktaUserId ?? []);
    if (ids.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      `with theirs as materialized (
         select theirs.integration_id, ${writesToOkta('theirs')} as okta ${SAME_TARGET}
           and theirs.integration_id <> ours.integration_id
       )
       select r.okta_user_id as id from theirs join registrations r on r.tenant_id = $1
         and r.integration_id = theirs.integration_id and r.okta_user_id = any($3::text[])
       union
       select i.external_id from theirs join identities i on i.tenant_id = $1
         and i.integration_id = theirs.integration_id and i.external_id = any($3::text[]) and theirs.okta`,
      [run.tenant_id, run.integration_id, ids],
    );
    const managed = new Set(rows.map(({ id }) => id));
    return unknown.filter(({ oktaUserId }) => oktaUserId === null || !managed.has(oktaUserId));
  }
}
