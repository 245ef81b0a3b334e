import { Injectable } from '@nestjs/common';
import { DomainError, isId, type Tx } from '@rollcall/platform';

export interface LockedIdentity {
  id: string;
  tenantId: string;
  integrationId: string;
  userName: string;
  active: boolean;
}

/**
 * Taken first in every transaction that adds or ends passkeys or links, so that those of one person follow one another: a count
 * made under the lock is exact. It does not block the foreign keys of others (no key update).
 */
@Injectable()
export class IdentityLock {
  /** @throws DomainError NOT_FOUND */
  async take(tx: Tx, tenantId: string, identityId: string): Promise<LockedIdentity> {
    const [row] = isId(identityId)
      ? await tx.query<LockedIdentity>(
          `select id, tenant_id as "tenantId", integration_id as "integrationId", user_name as "userName", active
           from identities where tenant_id = $1 and id = $2 for no key update`,
          [tenantId, identityId],
        )
      : [];
    if (!row) throw DomainError.notFound('Identity', identityId);
    return row;
  }
}
