import { Injectable } from '@nestjs/common';
import { PasskeyUses } from '@rollcall/passkeys';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { PasskeyJudge, type PasskeySignals } from '../flow/passkey-judge.js';
import { PersonSessions, type StartedPersonSession } from '../person-sessions/person-sessions.js';

const PURPOSE = 'sign in at /me';

/** Sign-in at /me. The passkey determines the person and the integration. */
@Injectable()
export class OwnSignIn {
  constructor(
    private readonly judge: PasskeyJudge,
    private readonly passkeys: PasskeyUses,
    private readonly sessions: PersonSessions,
  ) {}

  options(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.judge.options(PURPOSE);
  }

  /**
   * @param body what the page sent: `{ response: AuthenticationResponseJSON }`
   * @throws SignInRefused
   */
  async signIn(body: unknown): Promise<{ session: StartedPersonSession; signals: PasskeySignals }> {
    const answer = this.judge.answerOf(body);
    const found = await this.passkeys.findByUserHandle(answer.id, answer.response.userHandle);
    const verdict = await this.judge.judge(answer, found, PURPOSE);
    if (verdict.refusal) throw await this.judge.refusal(verdict.refusal, answer);
    const { passkey, use, challenge } = verdict;
    const session = (await this.passkeys.note(passkey, use)) && (await this.sessions.start(passkey, challenge));
    if (!session) throw await this.judge.refusal('NOT_VERIFIED', answer);
    return { session, signals: this.judge.signals(passkey) };
  }
}
