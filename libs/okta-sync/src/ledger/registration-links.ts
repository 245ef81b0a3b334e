import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import type { Claim } from './claim.js';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';
import { owe } from './requeue.js';

/** Transition `link`: records the remote user of a claimed row before that user is written. */
@Injectable()
export class RegistrationLinks {
  constructor(private readonly database: Database) {}

  /**
   * Links the row to the remote user. Called before the write: if the worker ends after the write, the row then still
   * shows which user was written. So later writers find every identity that wants this user registered. The previously
   * linked user becomes owed (see `owe`).
   * @returns false if the lease was lost
   */
  async link(claim: Claim, remoteUserId: string): Promise<boolean> {
    const { tenantId, integrationId, identityId, lease } = claim;
    const key = [tenantId, integrationId];
    const linked = await this.database.transaction(async (tx) => {
      const [before] = await tx.query<{ userId: string | null; uncertainUntil: Date | null }>(
        `select okta_user_id as "userId", uncertain_until as "uncertainUntil" from registrations
         where tenant_id = $1 and integration_id = $2 and identity_id = $3 and locked_by = $4 for update`,
        [...key, identityId, lease],
      );
      if (!before) return false;
      await tx.execute(
        `update registrations set okta_user_id = $4 where tenant_id = $1 and integration_id = $2 and identity_id = $3`,
        [...key, identityId, remoteUserId],
      );
      const { userId, uncertainUntil } = before;
      if (userId !== null && userId !== remoteUserId)
        await tx.execute(LEAVE, [...key, userId, uncertainUntil, REGISTRATION_CHANNEL, wakePayload(claim)]);
      return true;
    });
    if (linked) claim.oktaUserId = remoteUserId;
    return linked;
  }
}

const LEAVE = `with owed as (
  ${owe('select $3::text as user_id, now() as due_at, $4::timestamptz as uncertain_until')}
) select pg_notify($5, $6)`;
