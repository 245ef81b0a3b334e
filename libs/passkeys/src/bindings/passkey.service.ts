import { Injectable } from '@nestjs/common';
import { type Caller, Database, DomainError, isId } from '@rollcall/platform';
import { IdentityLock, type LockedIdentity } from './identity-lock.js';
import { PasskeyBinder } from './passkey-binder.js';
import { PasskeyRepository } from './passkey.repository.js';
import type { PasskeyRow } from './passkey.row.js';
import { type DescribedPasskey, PasskeyTraitsRepository } from './passkey-traits.repository.js';

export interface ExternalPasskey {
  identityId: string;
  /** The other platform's id of the credential. It is unique among the integration's active passkeys. */
  externalId: string;
  deviceName?: string | null;
}

@Injectable()
export class PasskeyService {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly traits: PasskeyTraitsRepository,
    private readonly identityLock: IdentityLock,
    private readonly binder: PasskeyBinder,
  ) {}

  /**
   * Records a passkey that another authenticator platform has bound. If an active passkey with this externalId exists,
   * it is returned unchanged. After a revocation the same externalId creates a new passkey, because that platform
   * decides about its credentials; the revoked passkey is kept as history. Also allowed for a suspended identity, whose
   * registration becomes true only after its reactivation.
   * @throws DomainError NOT_FOUND; CONFLICT (externalId belongs to another identity)
   */
  async recordPasskey(
    caller: Caller,
    { identityId, externalId, deviceName = null }: ExternalPasskey,
  ): Promise<PasskeyRow> {
    return this.database.transaction(async (tx) => {
      const identity = await this.identityLock.take(tx, caller.tenantId, identityId);
      const existing = await this.passkeys.findActive(tx, identity, 'EXTERNAL', externalId);
      if (existing) return ownedBy(identity.id, existing);
      const bound = await this.binder.bind(tx, caller, identity, {
        source: 'EXTERNAL',
        credential_id: externalId,
        public_key: null,
        sign_count: '0',
        transports: [],
        device_name: deviceName,
      });
      return bound ?? taken(externalId);
    });
  }

  /**
   * Revokes a passkey. A passkey that is already revoked keeps its date of revocation.
   * @param check called with the locked owner; it may throw to prevent the revocation
   * @throws DomainError NOT_FOUND
   */
  async revokePasskey(
    caller: Caller,
    id: string,
    check: (owner: Pick<LockedIdentity, 'id' | 'activePasskeys'>) => void = () => undefined,
  ): Promise<PasskeyRow> {
    const { identity_id } = await this.get(caller, id);
    return this.database.transaction(async (tx) => {
      const identity = await this.identityLock.take(tx, caller.tenantId, identity_id);
      check(identity);
      const revoked = await this.binder.revoke(tx, caller, identity, id);
      return revoked ?? (await this.passkeys.find(tx, caller.tenantId, id)) ?? unknown(id);
    });
  }

  /** Passkeys of several identities, revoked ones included, oldest first. */
  async ofIdentities({ tenantId }: Caller, identityIds: readonly string[]): Promise<PasskeyRow[]> {
    return this.passkeys.ofIdentities(this.database, tenantId, identityIds);
  }

  /** Active passkeys of one identity with their descriptive data, oldest first. */
  async describe({ tenantId }: Caller, identityId: string): Promise<DescribedPasskey[]> {
    return this.traits.describe(tenantId, identityId);
  }

  /** @throws DomainError NOT_FOUND */
  async get({ tenantId }: Caller, id: string): Promise<PasskeyRow> {
    const found = isId(id) ? await this.passkeys.find(this.database, tenantId, id) : undefined;
    return found ?? unknown(id);
  }
}

function ownedBy(identityId: string, passkey: PasskeyRow): PasskeyRow {
  return passkey.identity_id === identityId ? passkey : taken(passkey.credential_id);
}

function taken(externalId: string): never {
  throw DomainError.conflict(
    `The passkey "${externalId}" belongs to another identity of this integration.`,
    'externalId',
  );
}

function unknown(id: string): never {
  throw DomainError.notFound('Passkey', id);
}
