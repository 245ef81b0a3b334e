import { generateKeyPairSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type PresentedPasskey, PasskeyUses, userHandleOf } from '@rollcall/passkeys';
import {
  authenticationResponseOf,
  type DiscoveredResponseJSON,
  type OpenChallenge,
  PasskeyCeremonies,
  RelyingParty,
  SealedChallenges,
  type VerifiedUse,
} from '@rollcall/platform';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { type SignInRefusal, SignInRefused } from './sign-in-refused.js';

/** Reasons for a refusal that are known only after the response has been verified. */
export type PasskeyRefusal = Extract<
  SignInRefusal,
  'CHALLENGE_EXPIRED' | 'UNKNOWN_PASSKEY' | 'NOT_VERIFIED' | 'PASSKEY_REVOKED' | 'IDENTITY_INACTIVE'
>;

export type Verdict =
  | { refusal: PasskeyRefusal; passkey?: PresentedPasskey | undefined }
  | { refusal?: undefined; passkey: PresentedPasskey; use: VerifiedUse; challenge: OpenChallenge };

/** Data with which the page updates the password manager after a sign-in (WebAuthn Level 3 §5.1.10, Signal API). */
export interface PasskeySignals {
  rpId: string;
  /** The user handle in base64url. */
  userId: string;
  credentialIds: string[];
  name: string;
  displayName: string;
}

/**
 * Requests a passkey and verifies the response (WebAuthn Level 3 §7.2). Used by every page on which a person signs in.
 */
@Injectable()
export class PasskeyJudge {
  private readonly decoy = decoyPublicKey();

  constructor(
    private readonly ceremonies: PasskeyCeremonies,
    private readonly challenges: SealedChallenges,
    private readonly relyingParty: RelyingParty,
    private readonly passkeys: PasskeyUses,
  ) {}

  /** @param purpose the challenge is valid only for this purpose */
  options(purpose: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.ceremonies.requestOptions(this.challenges.make(purpose));
  }

  /**
   * @param body what the page sent: `{ response: AuthenticationResponseJSON }` @throws SignInRefused INVALID_RESPONSE
   */
  answerOf(body: unknown): DiscoveredResponseJSON {
    const answer = authenticationResponseOf((body as { response?: unknown } | null)?.response);
    if (!answer) throw new SignInRefused('INVALID_RESPONSE');
    return answer;
  }

  async judge(
    answer: DiscoveredResponseJSON,
    passkey: PresentedPasskey | undefined,
    purpose: string,
  ): Promise<Verdict> {
    const { use, challenge } = await this.verify(answer, passkey, purpose);
    if (!challenge) return { refusal: 'CHALLENGE_EXPIRED' };
    if (!passkey) return { refusal: 'UNKNOWN_PASSKEY' };
    if (!use || answer.response.userHandle !== userHandleOf(passkey)) return { refusal: 'NOT_VERIFIED', passkey };
    if (passkey.revoked_at) return { refusal: 'PASSKEY_REVOKED', passkey };
    if (!passkey.identity_active) return { refusal: 'IDENTITY_INACTIVE', passkey };
    return { passkey, use, challenge };
  }

  /**
   * The error for the page. If the passkey is not active anywhere in this installation, the error also makes the
   * browser remove it.
   */
  async refusal(reason: SignInRefusal, { id, response }: DiscoveredResponseJSON): Promise<SignInRefused> {
    const ended = reason === 'UNKNOWN_PASSKEY' || reason === 'PASSKEY_REVOKED';
    const forget = ended && (await this.passkeys.isDead(id, response.userHandle));
    return new SignInRefused(reason, forget ? { forgetFor: this.relyingParty.id } : {});
  }

  signals(passkey: PresentedPasskey): PasskeySignals {
    return {
      rpId: this.relyingParty.id,
      userId: userHandleOf(passkey),
      credentialIds: passkey.credential_ids,
      name: passkey.user_name,
      displayName: passkey.display_name ?? passkey.user_name,
    };
  }

  /**
   * If the passkey is unknown, the response is verified with a decoy key, so that the response time does not reveal
   * that.
   */
  private async verify(
    answer: DiscoveredResponseJSON,
    passkey: PresentedPasskey | undefined,
    purpose: string,
  ): Promise<{ use: VerifiedUse | undefined; challenge: OpenChallenge | undefined }> {
    let challenge: OpenChallenge | undefined;
    const stored = passkey ?? { credential_id: answer.id, public_key: this.decoy, sign_count: '0', transports: [] };
    const use = await this.ceremonies.verifyUse(answer, stored, (answered) => {
      challenge = this.challenges.open(answered, purpose);
      return challenge !== undefined;
    });
    return { use, challenge };
  }
}

/** A new P-256 key as COSE_Key (RFC 9053 §7.1.1): a map of kty EC2, alg ES256, crv P-256, x and y. */
function decoyPublicKey(): Buffer {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x!, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y!, 'base64url'),
  ]);
}
