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

/** Reasons that are returned only after the signature is verified. */
export type PasskeyRefusal = Extract<
  SignInRefusal,
  'CHALLENGE_EXPIRED' | 'UNKNOWN_PASSKEY' | 'NOT_VERIFIED' | 'PASSKEY_REVOKED' | 'IDENTITY_INACTIVE'
>;

export type Verdict =
  | { refusal: PasskeyRefusal; passkey?: PresentedPasskey | undefined }
  | { refusal?: undefined; passkey: PresentedPasskey; use: VerifiedUse; challenge: OpenChallenge };

/** Data for the page's signals to the password manager after a sign-in (WebAuthn Level 3 §5.1.10). */
export interface PasskeySignals {
  rpId: string;
  /** base64url of the user handle. */
  userId: string;
  credentialIds: string[];
  name: string;
  displayName: string;
}

/** Requests a passkey and verifies the response (WebAuthn Level 3 §7.2), for every page on which a person signs in. */
@Injectable()
export class PasskeyJudge {
  private readonly decoy = decoyPublicKey();

  constructor(
    private readonly ceremonies: PasskeyCeremonies,
    private readonly challenges: SealedChallenges,
    private readonly relyingParty: RelyingParty,
    private readonly passkeys: PasskeyUses,
  ) {}

  /** @param purpose for which the challenge is valid */
  options(purpose: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.ceremonies.requestOptions(this.challenges.make(purpose));
  }

  /** @param body of the page: `{ response: AuthenticationResponseJSON }` @throws SignInRefused INVALID_RESPONSE */
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

  /** An error for the page; also makes the browser remove a passkey that is not active anywhere in this installation. */
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

  /** An unknown passkey is verified with a decoy key, so that the response time is the same. */
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

/** COSE_Key (RFC 9053 §7.1.1) of a new P-256 key: a map of kty EC2, alg ES256, crv P-256, x and y. */
function decoyPublicKey(): Buffer {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x!, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y!, 'base64url'),
  ]);
}
