import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import type { Claim } from './claim.js';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';
import { owe, requeue } from './requeue.js';
import { UncertainWindow } from './uncertain-window.js';

/** Transition `report late`: a worker has sent a write, but lost its lease or failed before it could settle the row. */
@Injectable()
export class LateWrites {
  constructor(
    private readonly database: Database,
    private readonly window: UncertainWindow,
  ) {}

  /**
   * Requeues the row as uncertain, even if another worker holds it now. The remote user becomes owed (see `owe`) if the
   * row was deleted or is linked to another user.
   * @param remoteUserId the user in the request that was sent
   */
  async report({ tenantId, integrationId, identityId, lease }: Claim, remoteUserId: string | null): Promise<void> {
    await this.database.transaction((tx) =>
      tx.execute(REPORT, [
        tenantId,
        integrationId,
        identityId,
        lease,
        remoteUserId,
        this.window.ms,
        REGISTRATION_CHANNEL,
        wakePayload({ tenantId, integrationId }),
      ]),
    );
  }
}

const UNCERTAIN = `now() + $6::integer * interval '1 millisecond'`;

const REPORT = `
  with known as (
    update registrations r set ${requeue('r')}, unsure = true, okta_user_id = coalesce(r.okta_user_id, $5),
      uncertain_until = greatest(r.uncertain_until, ${UNCERTAIN}),
      locked_until = case when r.locked_by = $4 then null else r.locked_until end,
      locked_by = case when r.locked_by = $4 then null else r.locked_by end
    where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = $3
    returning r.okta_user_id
  ), owed as (
    ${owe(`select $5::text as user_id, now() as due_at, ${UNCERTAIN} as uncertain_until
      where not exists (select 1 from known where okta_user_id = $5)`)}
  )
  select pg_notify($7, $8)`;
