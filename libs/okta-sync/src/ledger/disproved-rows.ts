import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';
import { SAME_TARGET } from '../target/same-target.js';

/** Transition `disprove`: marks rows of the same remote user that store an outdated value. */
@Injectable()
export class DisprovedRows {
  constructor(private readonly database: Database) {}

  /**
   * Called when the value of a remote user has been confirmed. Finds the rows of other identities that store a
   * different value for this user, in all integrations that write to the same target. Their value becomes unknown, so
   * that the target is read before the row is used. These rows are not requeued, because nothing needs to be written.
   */
  async disprove(
    { tenantId, integrationId }: IntegrationKey,
    { identityId, remoteId }: { identityId: string; remoteId: string },
    value: boolean,
  ): Promise<void> {
    await this.database.execute(DISPROVE, [tenantId, integrationId, identityId, remoteId, value]);
  }
}

const DISPROVE = `
  with writers as materialized (
    select theirs.integration_id ${SAME_TARGET}
  ), disproved as materialized (
    select r.integration_id, r.identity_id from registrations r join writers w on w.integration_id = r.integration_id
    where r.tenant_id = $1 and r.okta_user_id = $4 and r.identity_id <> $3 and r.confirmed <> $5
    order by r.identity_id for update of r
  )
  update registrations r set confirmed = null, unsure = true from disproved
  where r.tenant_id = $1 and r.integration_id = disproved.integration_id and r.identity_id = disproved.identity_id`;
