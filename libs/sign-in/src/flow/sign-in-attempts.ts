import { Injectable } from '@nestjs/common';
import { type PresentedPasskey, PasskeyUses } from '@rollcall/passkeys';
import {
  authenticationResponseOf,
  Clock,
  type DiscoveredResponseJSON,
  nameKey,
  type OpenChallenge,
  PasskeyCeremonies,
  RelyingParty,
  SealedChallenges,
  TokenBuckets,
  type VerifiedUse,
} from '@rollcall/platform';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { SignInLog } from '../log/sign-in-log.js';
import { SignInMetrics } from '../log/sign-in-metrics.js';
import { authenticationMethods, PHISHING_RESISTANT } from '../people/authentication-methods.js';
import { RegistrationRechecks } from '../people/registration-rechecks.js';
import type { Visitor } from '../log/visitor.js';
import type { OpenFlow } from './sign-in-flow.js';
import { type SignInRefusal, SignInRefused } from './sign-in-refused.js';
import { generateKeyPairSync } from 'node:crypto';

/** Verifications per minute in one flow. */
const TRIES = 10;

/** What the page needs after a sign-in: the way on, and what it signals to the password manager. */
export interface FinishedSignIn {
  location: string;
  rpId: string;
  /** base64url of the user handle. */
  userId: string;
  credentialIds: string[];
  name: string;
  displayName: string;
}

/** Said only once the signature is verified. */
type Refusal = Extract<SignInRefusal, 'PASSKEY_REVOKED' | 'IDENTITY_INACTIVE' | 'ANOTHER_PERSON'>;

/** Asks for a passkey and judges the answer (WebAuthn Level 3 §7.2). */
@Injectable()
export class SignInAttempts {
  private readonly tries = new TokenBuckets(TRIES);
  private readonly decoy = decoyPublicKey();

  constructor(
    private readonly ceremonies: PasskeyCeremonies,
    private readonly challenges: SealedChallenges,
    private readonly relyingParty: RelyingParty,
    private readonly passkeys: PasskeyUses,
    private readonly rechecks: RegistrationRechecks,
    private readonly log: SignInLog,
    private readonly metrics: SignInMetrics,
    private readonly clock: Clock,
  ) {}

  options(uid: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.ceremonies.requestOptions(this.challenges.make(purposeOf(uid)));
  }

  /**
   * @param body of the page: `{ response: AuthenticationResponseJSON }`
   * @throws SignInRefused
   */
  async verify(flow: OpenFlow, body: unknown, visitor: Visitor): Promise<FinishedSignIn> {
    if (this.tries.take(flow.uid, this.clock.now().getTime()) > 0) {
      await this.refuse(flow, visitor, 'TOO_MANY_TRIES');
    }
    const answer = authenticationResponseOf((body as { response?: unknown } | null)?.response);
    if (!answer) throw new SignInRefused('INVALID_RESPONSE');
    const passkey = await this.passkeys.find(flow.key, answer.id);
    const { use, challenge } = await this.judge(flow, answer, passkey);
    if (!challenge) return this.refuse(flow, visitor, 'CHALLENGE_EXPIRED');
    if (!passkey) return this.refuse(flow, visitor, 'UNKNOWN_PASSKEY');
    if (!use || answer.response.userHandle !== handleOf(passkey)) {
      return this.refuse(flow, visitor, 'NOT_VERIFIED', passkey);
    }
    const refusal = refusalOf(flow, passkey);
    if (refusal) return this.refuse(flow, visitor, refusal, passkey);
    const finished = (await this.passkeys.note(passkey, use)) && (await this.finish(flow, passkey, use, challenge));
    return finished || this.refuse(flow, visitor, 'NOT_VERIFIED', passkey);
  }

  /** An unknown passkey is verified against a key that signed nothing, so that the answer takes as long. */
  private async judge(
    { uid }: OpenFlow,
    answer: DiscoveredResponseJSON,
    passkey: PresentedPasskey | undefined,
  ): Promise<{ use: VerifiedUse | undefined; challenge: OpenChallenge | undefined }> {
    let challenge: OpenChallenge | undefined;
    const stored = passkey ?? { credential_id: answer.id, public_key: this.decoy, sign_count: '0', transports: [] };
    const use = await this.ceremonies.verifyUse(answer, stored, (answered) => {
      challenge = this.challenges.open(answered, purposeOf(uid));
      return challenge !== undefined;
    });
    return { use, challenge };
  }

  /** @returns undefined when the challenge was answered before */
  private async finish(
    flow: OpenFlow,
    passkey: PresentedPasskey,
    use: VerifiedUse,
    { hash }: OpenChallenge,
  ): Promise<FinishedSignIn | undefined> {
    const now = this.clock.now().getTime();
    const location = await flow.finish({
      login: {
        accountId: passkey.identity_id,
        amr: authenticationMethods({ synced: use.backupEligible }),
        acr: PHISHING_RESISTANT,
        remember: false,
        ts: Math.floor(now / 1000),
      },
      passkey: { passkeyId: passkey.id, verifiedAt: now, challenge: hash.toString('base64url') },
    });
    if (location === undefined) return undefined;
    return {
      location,
      rpId: this.relyingParty.id,
      userId: handleOf(passkey),
      credentialIds: passkey.credential_ids,
      name: passkey.user_name,
      displayName: passkey.display_name ?? passkey.user_name,
    };
  }

  private async refuse(
    { key, uid, startedAt }: OpenFlow,
    visitor: Visitor,
    reason: Exclude<SignInRefusal, 'EXPIRED' | 'COOKIES_BLOCKED' | 'INVALID_RESPONSE'>,
    passkey?: PresentedPasskey,
  ): Promise<never> {
    const durationMs = Math.max(0, this.clock.now().getTime() - startedAt.getTime());
    await this.log.record(key, {
      ...visitor,
      outcome: 'REFUSED',
      reason,
      identityId: passkey?.identity_id,
      passkeyId: passkey?.id,
      durationMs,
    });
    if (passkey && (reason === 'PASSKEY_REVOKED' || reason === 'IDENTITY_INACTIVE')) {
      this.rechecks.request(key, passkey.identity_id, uid);
    }
    if (reason === 'UNKNOWN_PASSKEY') this.metrics.countUnusable(uid);
    const forget = reason === 'UNKNOWN_PASSKEY' || reason === 'PASSKEY_REVOKED';
    throw new SignInRefused(reason, forget ? { forgetFor: this.relyingParty.id } : {});
  }
}

function purposeOf(uid: string): string {
  return `sign in at Okta ${uid}`;
}

/** The user handle that enrollment gave the passkey: the identity's id. */
function handleOf({ identity_id }: PresentedPasskey): string {
  return Buffer.from(identity_id.replaceAll('-', ''), 'hex').toString('base64url');
}

function refusalOf({ loginHint }: OpenFlow, passkey: PresentedPasskey): Refusal | undefined {
  if (passkey.revoked_at) return 'PASSKEY_REVOKED';
  if (!passkey.identity_active) return 'IDENTITY_INACTIVE';
  return loginHint === undefined || isNamedBy(loginHint, passkey) ? undefined : 'ANOTHER_PERSON';
}

/** Okta sends what the person typed: their userName, its part before the @, or an e-mail address. */
function isNamedBy(loginHint: string, { user_name, email }: PresentedPasskey): boolean {
  const hint = nameKey(loginHint);
  const userName = nameKey(user_name);
  return (
    hint === userName ||
    (email !== null && hint === nameKey(email)) ||
    (!hint.includes('@') && hint === userName.split('@')[0])
  );
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
