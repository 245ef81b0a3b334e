import { Injectable } from '@nestjs/common';
import { DomainError, isId, type Tx } from '@rollcall/platform';

export interface LockedIdentity {
  id: string;
  tenantId: string;
  integrationId: string;
  userName: string;
  active: boolean;
  activePasskeys: number;
  /** When the newest enrollment link expires. */
  invitedUntil: Date | null;
}

/**
 * A row lock on an identity. Every transaction that adds or ends passkeys or links of a person takes this lock first.
 * These transactions therefore run one after the other, and a count under the lock is exact. The lock does not block
 * foreign key checks (`for no key update`).
 */
@Injectable()
export class IdentityLock {
  /** @throws DomainError NOT_FOUND */
  async take(tx: Tx, tenantId: string, identityId: string): Promise<LockedIdentity> {
    const row = await this.takeIfAny(tx, tenantId, identityId);
    if (!row) throw DomainError.notFound('Identity', identityId);
    return row;
  }

  /** @returns undefined if the identity does not exist */
  async takeIfAny(tx: Tx, tenantId: string, identityId: string): Promise<LockedIdentity | undefined> {
    const [row] = isId(identityId)
      ? await tx.query<LockedIdentity>(
          `select id, tenant_id as "tenantId", integration_id as "integrationId", user_name as "userName", active,
             active_passkeys as "activePasskeys", invited_until as "invitedUntil"
           from identities where tenant_id = $1 and id = $2 for no key update`,
          [tenantId, identityId],
        )
      : [];
    return row;
  }
}
