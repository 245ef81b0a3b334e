import { REQUEST_MS } from '../../../libs/okta-sync/src/ledger/lease.js';
import type { RequestObserver, SentRequest } from '../harness/simulated-network.js';
import type { SimulatedProcess } from '../harness/simulated-process.js';
import type { Trace } from '../harness/trace.js';
import type { SimulatedTarget } from '../targets/simulated-target.js';
import type { DirectoryModel } from './directory-model.js';
import { Violation, type Rule } from './violation.js';

/** A lease with the instant of the claim that took it. */
export interface HeldLease {
  lease: string;
  at: number;
  /** Whether an administrator had approved the change that was claimed. */
  approved: boolean;
}

export interface WatchParts {
  now(): number;
  /** Runs `work` later, even if processes die or pause. */
  afterwards(ms: number, work: () => Promise<void>): void;
  /** Time at which the product identified the org behind a host name; Infinity: not yet. */
  orgIdentifiedAt(host: string): Promise<number>;
  trace: Trace;
  model: DirectoryModel;
  /** Rules that are checked. */
  rules: ReadonlySet<Rule>;
  /** Ids of the identities whose ledger row, external id or name refers to this remote user. */
  identitiesAbout(userId: string): Promise<string[]>;
  /** Which of these identities have a row that is linked to the user, with the current lease of the row. */
  linksTo(identityIds: readonly string[], userId: string): Promise<ReadonlyMap<string, string | null>>;
  /** Current leases of these identities' rows, each with its end (virtual time). */
  leasesOf(identityIds: readonly string[]): Promise<ReadonlyMap<string, { lease: string; until: number }>>;
  /**
   * An identity whose row is held by its claim here, and that the directory set to false although the cap for directory changes of its
   * integration is zero.
   */
  turnedOffUncapped(
    claims: ReadonlyMap<string, HeldLease>,
    target: SimulatedTarget,
    userId: string,
  ): Promise<string | undefined>;
}

/** After this time the ledger knows the result of a write that was sent after a stop: the worker needs the answer and a statement. */
const REPORTED_WITHIN_MS = 25_000;
/** The server's clock is ahead by up to 10 ms, and a request leaves within a millisecond after it was checked. */
const CLOCK_TOLERANCE_MS = 20;
/** No list of a simulated target has this many pages. */
const MAX_PAGES = 20;
/** Every process knows of a 429 after this time. */
const REFUSAL_KNOWN_MS = 2_000;
/** A 429 is stored with the clock of the process that met it, and the clocks of two processes differ by at most this. */
const CLOCKS_APART_MS = 10_000;

/** Checks each request against the rules when it leaves. */
export class RequestWatch implements RequestObserver {
  private readonly inFlight = new Map<number, SentRequest>();
  /** When each process took its current lease of an identity. */
  private readonly claims = new Map<SimulatedProcess, Map<string, HeldLease>>();
  readonly found: Violation[] = [];
  /** Users whose value another client changed. */
  readonly tampered = new Set<string>();
  lastTampering = 0;
  /** Users whose status changed in Okta without a push or an event hook, so that only a reconciliation can see it. */
  readonly unannounced = new Set<string>();
  /** Users that were written by a process after a stop just before the send, with the time from which the ledger knows the result. */
  private readonly writtenStale = new Map<string, { knownFrom: number; by: SimulatedProcess }>();
  /** Targets whose only integration has acknowledged a pause; `pauses` also has those that are only requested. */
  private readonly pausedTargets = new Set<SimulatedTarget>();
  private readonly pauses = new Map<SimulatedTarget, object>();
  /** Pages that each process has read of its current list of a target. */
  private readonly pages = new Map<string, number>();
  /** Limits of targets that are used up, with the virtual time of their reset. */
  private readonly usedUp = new Map<string, number>();
  writes = 0;
  /** Virtual time at which the last request on its way arrives. */
  lastArrival = 0;

  constructor(private readonly parts: WatchParts) {}

  onClaimed(process: SimulatedProcess, identityId: string, lease: string, approved: boolean): void {
    const claims = this.claims.get(process) ?? new Map<string, HeldLease>();
    this.claims.set(process, claims);
    if (claims.get(identityId)?.lease !== lease) claims.set(identityId, { lease, at: this.parts.now(), approved });
  }

  async onSent(sent: SentRequest): Promise<void> {
    const { target, request, process } = sent;
    this.checkLists(sent);
    this.checkLimit(sent);
    const write = target.writeOf(request);
    if (!write) return;
    this.writes += 1;
    const name = `${target.host}/${write.userId}`;
    if (!this.parts.model.isOurs(target, write.userId))
      this.report('SOMEONE_ELSES_USER', `${process.name} wrote ${name}`);
    if (sent.stale) {
      this.writtenStale.set(name, { knownFrom: this.parts.now() + REPORTED_WITHIN_MS, by: process });
      return;
    }
    if (this.pausedTargets.has(target)) this.report('WROTE_WHILE_PAUSED', `${process.name} #${sent.id} to ${name}`);
    await this.checkDesired(sent, write, name);
    if (!write.value) await this.checkCap(sent, write.userId, name);
    await this.checkLease(process, write.userId, name);
    this.checkAlone(sent, write.userId, name);
    this.inFlight.set(sent.id, sent);
  }

  onPlanned(at: number): void {
    this.lastArrival = Math.max(this.lastArrival, at);
  }

  onCarriedOut({ target, request, process, fault }: SentRequest): void {
    const write = target.writeOf(request);
    if (!write) return;
    if (process.dead) this.parts.trace.reach('a write of a dead worker was carried out');
    if (fault === 'LATE' && this.parts.model.wish(target, write.userId) !== write.value)
      this.parts.trace.reach('a late write was carried out after the wish had changed');
  }

  onAnswered({ target, request, process, sentAt }: SentRequest, status: number): void {
    const limit = target.limitOf(request);
    if (status !== 429 || !limit) return;
    const answeredAt = this.parts.now();
    const resetAt = limit.resetAt(answeredAt);
    this.parts.afterwards(REFUSAL_KNOWN_MS, async () => {
      // An attempt that read its settings before the org was identified records the refusal under the host name. Before its write, the
      // attempt may have waited for the answer to a lookup.
      const identified = (await this.parts.orgIdentifiedAt(target.host)) < sentAt - REQUEST_MS - REFUSAL_KNOWN_MS;
      const recorded = !process.dead && process.pausedUntil < this.parts.now() && process.lostConnectionAt < answeredAt;
      if (identified && recorded) this.usedUp.set(`${target.host} ${limit.bucket}`, resetAt);
    });
  }

  onEnded({ id }: SentRequest): void {
    this.inFlight.delete(id);
  }

  /** @returns a token for acknowledging this pause */
  beginPause(target: SimulatedTarget): object {
    const pause = {};
    this.pauses.set(target, pause);
    return pause;
  }

  acknowledgePause(target: SimulatedTarget, pause: object): void {
    if (this.pauses.get(target) === pause) this.pausedTargets.add(target);
  }

  /** Records a request to end the pause, which may overtake the pause. */
  endPause(target: SimulatedTarget): void {
    this.pauses.delete(target);
    this.pausedTargets.delete(target);
  }

  /** Whether a write may have happened that no process could report yet. */
  isUnknowable(name: string): boolean {
    return (this.writtenStale.get(name)?.knownFrom ?? 0) > this.parts.now();
  }

  /** Users whose write was sent after a stop by a worker that has died since, so that the result may be missing in the ledger. */
  get unreported(): ReadonlySet<string> {
    return new Set([...this.writtenStale].filter(([, { by }]) => by.dead).map(([name]) => name));
  }

  /** The latest lease that the process took of each identity. */
  leasesTakenBy(process: SimulatedProcess): string[] {
    return [...(this.claims.get(process)?.values() ?? [])].map(({ lease }) => lease);
  }

  report(rule: Rule, message: string): void {
    if (!this.parts.rules.has(rule)) return this.parts.trace.reach(`${rule} (not enforced)`);
    this.found.push(new Violation(rule, message));
  }

  private async checkDesired(
    { target, process }: SentRequest,
    { userId, value }: { userId: string; value: boolean },
    name: string,
  ): Promise<void> {
    const { model, trace } = this.parts;
    // At a SCIM server the link depends on the server's answers, so the model cannot know it at every instant.
    if (!target.externalIdIsId) return;
    const claimedAt = await this.claimedAt(process, userId);
    if (claimedAt === undefined) trace.reach('a write without a claim that is known here');
    else if (!model.wasWanted(target, userId, value, claimedAt) && !(await this.isHiddenFrom(process, target, userId)))
      this.report('NOT_DESIRED', `${process.name} wrote ${value} to ${name}, not wanted since ${claimedAt}`);
  }

  private checkLists({ target, request, process }: SentRequest): void {
    const page = target.pageOf(request);
    if (page === undefined) return;
    const list = `${process.name} ${target.host}`;
    const read = page === 'FIRST' ? 1 : (this.pages.get(list) ?? 0) + 1;
    this.pages.set(list, read);
    if (read > MAX_PAGES) this.report('LISTS_END', `${list}: page ${read}`);
  }

  private checkLimit({ target, request, process, id }: SentRequest): void {
    const limit = target.limitOf(request);
    const resetAt = limit && this.usedUp.get(`${target.host} ${limit.bucket}`);
    if (resetAt !== undefined && resetAt - this.parts.now() > CLOCKS_APART_MS)
      this.report('RATE_LIMIT', `${process.name} #${id} to ${target.host}, whose limit is used up until ${resetAt}`);
  }

  /** A write must leave under a lease that outlasts it. */
  private async checkLease(process: SimulatedProcess, userId: string, name: string): Promise<void> {
    const claims = this.claims.get(process);
    const ids = (await this.parts.identitiesAbout(userId)).filter((id) => claims?.has(id));
    const held = await this.parts.leasesOf(ids);
    const owned = [...held].filter(([id, { lease }]) => claims?.get(id)?.lease === lease);
    const lasts = owned.some(([, { until }]) => until - this.parts.now() > REQUEST_MS - CLOCK_TOLERANCE_MS);
    if (held.size > 0 && !lasts)
      this.report(
        'LEASE',
        `${process.name} wrote ${name}, and ${owned.length === 0 ? 'others hold its rows' : 'its lease ends before'}`,
      );
  }

  private async checkCap({ process, target }: SentRequest, userId: string, name: string): Promise<void> {
    const unapproved = [...(this.claims.get(process) ?? [])].filter(([, { approved }]) => !approved);
    const identityId = await this.parts.turnedOffUncapped(new Map(unapproved), target, userId);
    if (identityId !== undefined)
      this.report('CAP', `${process.name} set ${name} to false for ${identityId}, and the cap is 0`);
  }

  /**
   * True if an identity matches the user only by name, and is perhaps not linked yet. The process then cannot know that
   * the identity belongs to this user.
   */
  private async isHiddenFrom(process: SimulatedProcess, target: SimulatedTarget, userId: string): Promise<boolean> {
    const byName = this.parts.model
      .identitiesAt(target, userId)
      .filter(({ externalId }) => externalId === null)
      .map(({ id }) => id);
    const links = await this.parts.linksTo(byName, userId);
    const claims = this.claims.get(process);
    return byName.some((id) => {
      const lease = links.get(id);
      return lease === undefined || (lease !== null && lease !== claims?.get(id)?.lease);
    });
  }

  private checkAlone(sent: SentRequest, userId: string, name: string): void {
    const { target, process } = sent;
    for (const other of this.inFlight.values()) {
      const same = other.target === target && target.writeOf(other.request)?.userId === userId;
      if (!same || other.process.dead) continue;
      // A stopped worker ends its request late: its lease may have expired, so that another worker may write.
      const overdue = this.parts.now() - other.sentAt > REQUEST_MS;
      if (overdue || other.process.overslept || process.overslept)
        this.parts.trace.reach('a write overlapped with one of a worker that overslept');
      else
        this.report('TWO_IN_FLIGHT', `${process.name} #${sent.id} and ${other.process.name} #${other.id} to ${name}`);
    }
  }

  private async claimedAt(process: SimulatedProcess, userId: string): Promise<number | undefined> {
    const claims = this.claims.get(process);
    const about = await this.parts.identitiesAbout(userId);
    const times = about.flatMap((id) => claims?.get(id)?.at ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
