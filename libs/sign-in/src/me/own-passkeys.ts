import { Injectable } from '@nestjs/common';
import { type DescribedPasskey, PasskeyService } from '@rollcall/passkeys';
import { type Caller, DomainError, RelyingParty } from '@rollcall/platform';
import type { OpenPersonSession } from '../person-sessions/person-session.repository.js';

export interface RemovedPasskey {
  /** Whether it was the person's last passkey. If so, Okta asks for the password from now on. */
  last: boolean;
  /** Whether the person had signed in with this passkey. If so, the session has ended too. */
  signedOut: boolean;
  /** The passkey that the browser should remove. Absent if the passkey belongs to another platform. */
  forget?: { rpId: string; credentialId: string };
}

/** A person's own passkeys. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** The person's active passkeys, oldest first. */
  list(session: OpenPersonSession): Promise<DescribedPasskey[]> {
    return this.passkeys.describe(callerOf(session), session.identityId);
  }

  /**
   * Revokes a passkey. The effects are the same as when an administrator revokes it, but the audit event names the
   * person.
   * @param last whether the page has shown the passkey as the last one
   * @throws DomainError NOT_FOUND; CONFLICT if `last` is no longer correct
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
