import { Injectable } from '@nestjs/common';
import { type Caller, Database, DomainError, isId } from '@rollcall/platform';
import { IdentityLock, type LockedIdentity } from './identity-lock.js';
import { PasskeyBinder } from './passkey-binder.js';
import { PasskeyRepository } from './passkey.repository.js';
import type { PasskeyRow } from './passkey.row.js';
import { type DescribedPasskey, PasskeyTraitsRepository } from './passkey-traits.repository.js';

export interface ExternalPasskey {
  identityId: string;
  /** The authenticator platform's own id of the credential; unique among the integration's active passkeys. */
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
   * Records a passkey that another authenticator platform bound. Idempotent: the same externalId returns the existing active passkey. After
   * a revocation the same externalId creates a new passkey, because that platform is the authority on its credentials; the revoked one is
   * kept as history. Allowed for a suspended identity: its registration waits for reactivation.
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
   * Idempotent: a revoked passkey keeps its date of revocation.
   * @param check called with the locked owner; throws to prevent the revocation
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
