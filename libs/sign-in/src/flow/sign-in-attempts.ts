import { Injectable } from '@nestjs/common';
import { type PresentedPasskey, PasskeyUses } from '@rollcall/passkeys';
import {
  Clock,
  type DiscoveredResponseJSON,
  nameKey,
  type OpenChallenge,
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
import { PasskeyJudge, type PasskeyRefusal, type PasskeySignals } from './passkey-judge.js';
import { SignInRefused } from './sign-in-refused.js';

/** Maximum number of verifications per minute in one flow. */
const TRIES = 10;

/** The result of a sign-in for the page: the next URL, and the signals about passkeys. */
export interface FinishedSignIn extends PasskeySignals {
  location: string;
}

type LoggedRefusal = PasskeyRefusal | 'ANOTHER_PERSON';

/** Sign-ins in flows of the OpenID provider. Verifies each attempt, logs it, and finishes the flow. */
@Injectable()
export class SignInAttempts {
  private readonly tries = new TokenBuckets(TRIES);

  constructor(
    private readonly judge: PasskeyJudge,
    private readonly passkeys: PasskeyUses,
    private readonly rechecks: RegistrationRechecks,
    private readonly log: SignInLog,
    private readonly metrics: SignInMetrics,
    private readonly clock: Clock,
  ) {}

  options(uid: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.judge.options(purposeOf(uid));
  }

  /**
   * @param body what the page sent: `{ response: AuthenticationResponseJSON }`
   * @throws SignInRefused
   */
  async verify(flow: OpenFlow, body: unknown, visitor: Visitor): Promise<FinishedSignIn> {
    if (this.tries.take(flow.uid, this.clock.now().getTime()) > 0) {
      await this.record(flow, visitor, 'TOO_MANY_TRIES');
      throw new SignInRefused('TOO_MANY_TRIES');
    }
    const answer = this.judge.answerOf(body);
    const verdict = await this.judge.judge(answer, await this.passkeys.find(flow.key, answer.id), purposeOf(flow.uid));
    if (verdict.refusal) return this.refuse(flow, visitor, verdict.refusal, answer, verdict.passkey);
    const { passkey, use, challenge } = verdict;
    if (!isMeant(flow, passkey)) return this.refuse(flow, visitor, 'ANOTHER_PERSON', answer, passkey);
    const location = (await this.passkeys.note(passkey, use)) && (await this.finish(flow, passkey, use, challenge));
    if (!location) return this.refuse(flow, visitor, 'NOT_VERIFIED', answer, passkey);
    return { location, ...this.judge.signals(passkey) };
  }

  /** @returns the next URL; undefined if the challenge was used before */
  private finish(
    flow: OpenFlow,
    passkey: PresentedPasskey,
    use: VerifiedUse,
    { hash }: OpenChallenge,
  ): Promise<string | undefined> {
    const now = this.clock.now().getTime();
    return flow.finish({
      login: {
        accountId: passkey.identity_id,
        amr: authenticationMethods({ synced: use.backupEligible }),
        acr: PHISHING_RESISTANT,
        remember: false,
        ts: Math.floor(now / 1000),
      },
      passkey: { passkeyId: passkey.id, verifiedAt: now, challenge: hash.toString('base64url') },
    });
  }

  private async refuse(
    flow: OpenFlow,
    visitor: Visitor,
    reason: LoggedRefusal,
    answer: DiscoveredResponseJSON,
    passkey?: PresentedPasskey,
  ): Promise<never> {
    await this.record(flow, visitor, reason, passkey);
    if (passkey && (reason === 'PASSKEY_REVOKED' || reason === 'IDENTITY_INACTIVE')) {
      this.rechecks.request(flow.key, passkey.identity_id, flow.uid);
    }
    if (reason === 'UNKNOWN_PASSKEY') this.metrics.countUnusable(flow.uid);
    throw await this.judge.refusal(reason, answer);
  }

  private async record(
    { key, startedAt }: OpenFlow,
    visitor: Visitor,
    reason: LoggedRefusal | 'TOO_MANY_TRIES',
    passkey?: PresentedPasskey,
  ): Promise<void> {
    const durationMs = Math.max(0, this.clock.now().getTime() - startedAt.getTime());
    await this.log.record(key, {
      ...visitor,
      outcome: 'REFUSED',
      reason,
      identityId: passkey?.identity_id,
      passkeyId: passkey?.id,
      durationMs,
    });
  }
}

function purposeOf(uid: string): string {
  return `sign in at Okta ${uid}`;
}

/** Whether the passkey belongs to the person that Okta's login hint names. True if Okta sent no hint. */
function isMeant({ loginHint }: OpenFlow, passkey: PresentedPasskey): boolean {
  return loginHint === undefined || isNamedBy(loginHint, passkey);
}

/** Okta's login hint is what the person typed: their userName, the part of it before the @, or an e-mail address. */
function isNamedBy(loginHint: string, { user_name, email }: PresentedPasskey): boolean {
  const hint = nameKey(loginHint);
  const userName = nameKey(user_name);
  return (
    hint === userName ||
    (email !== null && hint === nameKey(email)) ||
    (!hint.includes('@') && hint === userName.split('@')[0])
  );
}
