import { Injectable } from '@nestjs/common';
import { type Caller, Database, DomainError, isId } from '@rollcall/platform';
import { deviceNameFrom } from './device-name.js';
import { IdentityLock } from './identity-lock.js';
import { PasskeyBinder } from './passkey-binder.js';
import { PasskeyRepository } from './passkey.repository.js';
import type { PasskeyRow } from './passkey.row.js';

/** Characters. */
const MAX_LENGTH = 512;

/**
 * Another platform's id of a passkey, taken letter by letter.
 * @throws DomainError BAD_USER_INPUT, field `externalId`
 */
function externalIdFrom(input: string): string {
  if (input.trim() === '') throw DomainError.badInput('An externalId is required.', 'externalId');
  if (input.length > MAX_LENGTH) {
    throw DomainError.badInput(`An externalId has at most ${MAX_LENGTH} characters.`, 'externalId');
  }
  if (/\p{Cc}/u.test(input)) throw DomainError.badInput('An externalId holds no control characters.', 'externalId');
  return input;
}

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
    private readonly identityLock: IdentityLock,
    private readonly binder: PasskeyBinder,
  ) {}

  /**
   * A passkey that another authenticator platform bound. Idempotent: the same externalId gives the passkey that holds it now.
   * After a revocation the same externalId makes a new passkey, because that platform is the authority on its own credentials; the
   * revoked one stays as history. A suspended identity may be recorded: its registration waits for reactivation.
   * @throws DomainError NOT_FOUND; CONFLICT (externalId belongs to another identity); BAD_USER_INPUT
   */
  async recordPasskey(caller: Caller, input: ExternalPasskey): Promise<PasskeyRow> {
    const externalId = externalIdFrom(input.externalId);
    const deviceName = deviceNameFrom(input.deviceName);
    return this.database.transaction(async (tx) => {
      const identity = await this.identityLock.take(tx, caller.tenantId, input.identityId);
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

  /** Idempotent: a passkey that is revoked stays so, with its first date. @throws DomainError NOT_FOUND */
  async revokePasskey(caller: Caller, id: string): Promise<PasskeyRow> {
    const { identity_id } = await this.get(caller, id);
    return this.database.transaction(async (tx) => {
      const identity = await this.identityLock.take(tx, caller.tenantId, identity_id);
      const revoked = await this.binder.revoke(tx, caller, identity, id);
      return revoked ?? (await this.passkeys.find(tx, caller.tenantId, id)) ?? unknown(id);
    });
  }

  /** Passkeys of several identities, revoked ones included, oldest first. */
  async ofIdentities({ tenantId }: Caller, identityIds: readonly string[]): Promise<PasskeyRow[]> {
    return this.passkeys.ofIdentities(this.database, tenantId, identityIds);
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
