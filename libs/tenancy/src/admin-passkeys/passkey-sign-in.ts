import { Injectable } from '@nestjs/common';
import {
  authenticationResponseOf,
  Clock,
  DomainError,
  type OpenChallenge,
  PasskeyCeremonies,
  SealedChallenges,
} from '@rollcall/platform';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { RootToken } from '../access/root-token.js';
import type { StartedSession } from '../sessions/session-starter.js';
import { readAdminHandle } from './admin-handle.js';
import { AdminPasskeyRepository } from './admin-passkey.repository.js';
import { PasskeySessions } from './passkey-sessions.js';

const PURPOSE = 'sign in';

/** Signs in to the console with a passkey; the user enters no name (WebAuthn Level 3 §7.2). */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly ceremonies: PasskeyCeremonies,
    private readonly challenges: SealedChallenges,
    private readonly passkeys: AdminPasskeyRepository,
    private readonly sessions: PasskeySessions,
    private readonly root: RootToken,
    private readonly clock: Clock,
  ) {}

  options(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.ceremonies.requestOptions(this.challenges.make(PURPOSE));
  }

  /**
   * @param response AuthenticationResponseJSON (WebAuthn Level 3 §5.1.8.2)
   * @throws BAD_USER_INPUT for another shape; UNAUTHENTICATED
   */
  async signIn(response: unknown, userAgent: string | undefined): Promise<StartedSession> {
    const answer = authenticationResponseOf(response);
    if (!answer) throw DomainError.badInput('This is no answer of an authenticator.', 'response');
    const handle = readAdminHandle(answer.response.userHandle);
    if (!handle) {
      throw DomainError.unauthenticated(
        'That passkey is for signing in to Okta. Choose the one that you added in this console.',
      );
    }
    const passkey = await this.passkeys.findUsable(handle.tenantId, answer.id, this.root.fingerprint, this.clock.now());
    if (!passkey || passkey.admin_token_id !== handle.adminTokenId) throw unknown();
    let challenge: OpenChallenge | undefined;
    const signCount = await this.ceremonies.used(answer, passkey, (answered) => {
      challenge = this.challenges.open(answered, PURPOSE);
      return challenge !== undefined;
    });
    if (!challenge) throw DomainError.unauthenticated('That took too long. Try again.');
    if (signCount === undefined) throw unknown();
    const session = await this.sessions.start(passkey, { signCount, challenge, userAgent });
    if (!session) throw unknown();
    return session;
  }
}

function unknown(): DomainError {
  return DomainError.unauthenticated(
    'This passkey does not sign in here: it was removed, or the access of its administrator has ended.',
  );
}
