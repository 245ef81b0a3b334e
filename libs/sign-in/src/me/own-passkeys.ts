import { Injectable } from '@nestjs/common';
import { type DescribedPasskey, PasskeyService } from '@rollcall/passkeys';
import { type Caller, DomainError, RelyingParty } from '@rollcall/platform';
import type { OpenPersonSession } from '../person-sessions/person-session.repository.js';

export interface RemovedPasskey {
  /** It was the last one, so Okta asks for the password. */
  last: boolean;
  /** It was the passkey of the session, which has ended with it. */
  signedOut: boolean;
  /** What the browser should stop offering; absent for a passkey of another service. */
  forget?: { rpId: string; credentialId: string };
}

/** A person's own passkeys. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** Those in force, oldest first. */
  list(session: OpenPersonSession): Promise<DescribedPasskey[]> {
    return this.passkeys.describe(callerOf(session), session.identityId);
  }

  /**
   * Revokes a passkey as an administrator's revocation does; the audit trail names the person.
   * @param last whether the person was told that it is their last one
   * @throws DomainError NOT_FOUND; CONFLICT when `last` no longer holds
   */
  async remove(session: OpenPersonSession, id: string, last: boolean): Promise<RemovedPasskey> {
    const { source, credential_id: credentialId } = await this.passkeys.revokePasskey(
      callerOf(session),
      id,
      (owner) => {
        if (owner.id !== session.identityId) throw DomainError.notFound('Passkey', id);
        if (last !== (owner.activePasskeys === 1))
          throw DomainError.conflict('Your passkeys have changed. Look at them again.');
      },
    );
    return {
      last,
      signedOut: id === session.passkeyId,
      ...(source === 'WEBAUTHN' && { forget: { rpId: this.relyingParty.id, credentialId } }),
    };
  }
}

function callerOf({ tenantId, identityId, userName }: OpenPersonSession): Caller {
  return { tenantId, actor: { type: 'PERSON', id: identityId, name: userName } };
}
