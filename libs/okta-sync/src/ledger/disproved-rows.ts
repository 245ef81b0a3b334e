import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';
import { SAME_TARGET } from '../target/same-target.js';

/** Transition `disprove`: other rows of the same remote user store a value that is outdated. */
@Injectable()
export class DisprovedRows {
  constructor(private readonly database: Database) {}

  /**
   * Called when the value of a remote user has been confirmed. Marks rows of other identities that store a different value as unknown, in
   * all integrations that write to the same target, so that the target is read before these rows are used. They are not requeued, because
   * nothing needs to be written.
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
