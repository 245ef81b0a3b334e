import { OktaRequestError, type OktaAnswer } from './okta-answer.js';
import type { OktaOrg } from './okta-org.js';
import { OktaUserGateway, type OktaUser } from './okta-user-gateway.js';

export interface FakeOktaWrite {
  integrationId: string;
  userId: string;
  registered: boolean;
}

/** An Okta org in memory. `failNext` queues answers; `applyThenFail` loses the answer of a write that was carried out. */
export class FakeOktaUserGateway extends OktaUserGateway {
  readonly users = new Map<string, OktaUser>();
  readonly writes: FakeOktaWrite[] = [];
  readonly reads: string[] = [];
  private readonly failures: { answer: OktaAnswer; applied: boolean }[] = [];
  private gate: Promise<void> = Promise.resolve();

  addUser(user: Partial<OktaUser> & { id: string }): OktaUser {
    const added = { login: `${user.id}@example.com`, status: 'ACTIVE', registered: false, ...user };
    this.users.set(added.id, added);
    return added;
  }

  failNext(...answers: OktaAnswer[]): void {
    this.failures.push(...answers.map((answer) => ({ answer, applied: false })));
  }

  applyThenFail(answer: OktaAnswer): void {
    this.failures.push({ answer, applied: true });
  }

  /** Requests wait until the returned function is called. */
  hold(): () => void {
    let open = (): void => undefined;
    this.gate = new Promise((resolve) => (open = resolve));
    return () => open();
  }

  registeredIds(): string[] {
    return [...this.users.values()].filter((user) => user.registered).map((user) => user.id);
  }

  override async find(_org: OktaOrg, idOrLogin: string): Promise<OktaUser | undefined> {
    await this.gate;
    this.reads.push(idOrLogin);
    this.fail('GET');
    const byLogin = [...this.users.values()].find((user) => user.login.toLowerCase() === idOrLogin.toLowerCase());
    const found = this.users.get(idOrLogin) ?? byLogin;
    return found && { ...found };
  }

  override async setRegistered(org: OktaOrg, userId: string, registered: boolean): Promise<void> {
    await this.gate;
    this.writes.push({ integrationId: org.integrationId, userId, registered });
    const user = this.users.get(userId);
    if (user && this.failures[0]?.applied) user.registered = registered;
    this.fail('POST');
    if (!user) throw refusal(404, 'E0000007', 'Not found');
    if (user.status === 'DEPROVISIONED') throw refusal(403, 'E0000038', 'Wrong status');
    user.registered = registered;
  }

  private fail(method: string): void {
    const failure = this.failures.shift();
    if (failure) throw new OktaRequestError(failure.answer, method);
  }
}

function refusal(status: number, code: string, summary: string): OktaRequestError {
  return new OktaRequestError({ kind: 'ERROR', status, code, summary, resetAt: undefined }, 'POST');
}
