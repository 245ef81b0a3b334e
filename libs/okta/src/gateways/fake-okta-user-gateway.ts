import type { TargetAnswer } from '../answers/target-answer.js';
import { OktaRequestError } from '../answers/okta-answer.js';
import type { OktaOrg } from '../client/okta-org.js';
import { isSameName } from '@rollcall/platform';
import { OktaUserGateway, type OktaUser } from './okta-user-gateway.js';

export interface FakeOktaWrite {
  integrationId: string;
  userId: string;
  registered: boolean;
}

/** An Okta org in memory. `failNext` queues errors for the next requests. `applyThenFail` carries out the next write, and then fails it. */
export class FakeOktaUserGateway extends OktaUserGateway {
  readonly users = new Map<string, OktaUser>();
  readonly writes: FakeOktaWrite[] = [];
  readonly reads: string[] = [];
  /** Number of requests received, including those without an answer. */
  asked = 0;
  /** Error answers to reads, by user id. */
  readonly hidden = new Map<string, TargetAnswer>();
  private failures: TargetAnswer[] = [];
  private lostAnswers: TargetAnswer[] = [];
  private writeFailure: TargetAnswer | undefined;
  private ignored = 0;
  private readonly late: Promise<void>[] = [];
  private readonly held: Promise<void>[] = [];
  private gate: Promise<void> = Promise.resolve();
  private readonly hanging = new Map<string, { promise: Promise<void>; release: () => void }>();

  addUser(user: Partial<OktaUser> & { id: string }): OktaUser {
    const added = { login: `${user.id}@example.com`, status: 'ACTIVE', registered: false, ...user };
    this.users.set(added.id, added);
    return added;
  }

  failNext(...answers: TargetAnswer[]): void {
    this.failures.push(...answers);
  }

  /** Makes every write fail with this answer until `heal` is called. */
  failWrites(answer: TargetAnswer): void {
    this.writeFailure = answer;
  }

  applyThenFail(answer: TargetAnswer): void {
    this.lostAnswers.push(answer);
  }

  /** The next write gets no answer, and has no effect at first. Call the returned function to carry it out. */
  loseNextWrite(): () => void {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    this.late.push(arrived);
    return () => arrive();
  }

  /** Delays the next write until the returned function is called. */
  holdNextWrite(): () => void {
    let release = (): void => undefined;
    this.held.push(new Promise<void>((resolve) => (release = resolve)));
    return () => release();
  }

  /** The next write has no effect: its answer is a success, but the body shows the old value. */
  ignoreNextWrite(): void {
    this.ignored += 1;
  }

  heal(): void {
    this.failures = [];
    this.writeFailure = undefined;
  }

  /** Delays all requests of one integration until `unhang` is called. */
  hangFor(integrationId: string): void {
    let release = (): void => undefined;
    const promise = new Promise<void>((resolve) => (release = resolve));
    this.hanging.set(integrationId, { promise, release });
  }

  unhang(): void {
    for (const { release } of this.hanging.values()) release();
    this.hanging.clear();
  }

  /** Delays all requests until the returned function is called. */
  hold(): () => void {
    let open = (): void => undefined;
    this.gate = new Promise((resolve) => (open = resolve));
    return () => open();
  }

  registeredIds(): string[] {
    return [...this.users.values()].filter((user) => user.registered).map((user) => user.id);
  }

  override async warm(): Promise<void> {}

  override async find(org: OktaOrg, idOrLogin: string): Promise<OktaUser | undefined> {
    await this.wait(org);
    this.reads.push(idOrLogin);
    this.fail(this.failures.shift() ?? this.hidden.get(idOrLogin), 'GET');
    const byLogin = [...this.users.values()].find((user) => isSameName(user.login, idOrLogin));
    const found = this.users.get(idOrLogin) ?? byLogin;
    return found && { ...found };
  }

  override async setRegistered(org: OktaOrg, userId: string, registered: boolean): Promise<boolean | undefined> {
    await this.wait(org);
    this.writes.push({ integrationId: org.integrationId, userId, registered });
    await this.held.shift();
    const arrival = this.late.shift();
    if (arrival) this.carryOutLate(arrival, userId, registered);
    this.fail(this.failures.shift() ?? this.writeFailure, 'POST');
    const user = this.users.get(userId);
    if (!user) throw refusal(404, 'E0000007', 'Not found');
    if (user.status === 'DEPROVISIONED') throw refusal(403, 'E0000038', 'Wrong status');
    const ignored = this.ignored > 0 ? (this.ignored -= 1) >= 0 : false;
    if (!ignored) user.registered = registered;
    this.fail(this.lostAnswers.shift(), 'POST');
    return user.registered;
  }

  private carryOutLate(arrival: Promise<void>, userId: string, registered: boolean): never {
    void arrival.then(() => {
      const user = this.users.get(userId);
      if (user) user.registered = registered;
    });
    throw new OktaRequestError({ kind: 'SILENCE', cause: 'timed out' }, 'POST');
  }

  private async wait(org: OktaOrg): Promise<void> {
    this.asked += 1;
    await this.gate;
    await this.hanging.get(org.integrationId)?.promise;
  }

  private fail(answer: TargetAnswer | undefined, method: string): void {
    if (answer) throw new OktaRequestError(answer, method);
  }
}

function refusal(status: number, code: string, summary: string): OktaRequestError {
  return new OktaRequestError({ kind: 'ERROR', status, code, summary, resetAt: undefined }, 'POST');
}
