import type { RequestObserver, SentRequest } from '../harness/simulated-network.js';
import type { SimulatedProcess } from '../harness/simulated-process.js';
import type { Trace } from '../harness/trace.js';
import type { SimulatedTarget } from '../targets/simulated-target.js';
import type { DirectoryModel } from './directory-model.js';
import { Violation, type Rule } from './violation.js';

export interface WatchParts {
  now(): number;
  trace: Trace;
  model: DirectoryModel;
  /** Rules that are checked. */
  rules: ReadonlySet<Rule>;
  /** The identities whose ledger row or external id is this remote user. */
  identitiesAbout(userId: string): Promise<string[]>;
}

/** Judges each request as it leaves. */
export class RequestWatch implements RequestObserver {
  private readonly inFlight = new Map<number, SentRequest>();
  /** By process and identity: when the lease that it holds was taken. */
  private readonly claims = new Map<SimulatedProcess, Map<string, { lease: string; at: number }>>();
  readonly found: Violation[] = [];
  /** Users whose value another client changed. */
  readonly tampered = new Set<string>();
  /** Users that a worker wrote after it slept beyond its lease: the ledger cannot know at once. */
  readonly overslept = new Set<string>();
  /** Targets of one integration, which has acknowledged a pause. */
  readonly pausedTargets = new Set<SimulatedTarget>();
  writes = 0;

  constructor(private readonly parts: WatchParts) {}

  onClaimed(process: SimulatedProcess, identityId: string, lease: string): void {
    const claims = this.claims.get(process) ?? new Map<string, { lease: string; at: number }>();
    this.claims.set(process, claims);
    if (claims.get(identityId)?.lease !== lease) claims.set(identityId, { lease, at: this.parts.now() });
  }

  async onSent(sent: SentRequest): Promise<void> {
    const { target, request, process } = sent;
    const write = target.writeOf(request);
    if (!write) return;
    this.writes += 1;
    const { model, trace } = this.parts;
    const name = `${target.host}/${write.userId}`;
    if (process.overslept) this.overslept.add(name);
    if (this.pausedTargets.has(target)) this.report('WROTE_WHILE_PAUSED', `${process.name} #${sent.id} to ${name}`);
    if (!model.isOurs(target, write.userId)) this.report('SOMEONE_ELSES_USER', `${process.name} wrote ${name}`);
    // Another identity that is not linked yet cannot be known to want them.
    const shared = !target.externalIdIsId && model.identitiesAt(target, write.userId).length > 1;
    const claimedAt = await this.claimedAt(process, write.userId);
    if (claimedAt === undefined) trace.reach('a write without a claim that is known here');
    else if (!shared && !model.wasWanted(target, write.userId, write.value, claimedAt))
      this.report('NOT_DESIRED', `${process.name} wrote ${write.value} to ${name}, not wanted since ${claimedAt}`);
    for (const other of this.inFlight.values()) {
      const same = other.target === target && target.writeOf(other.request)?.userId === write.userId;
      if (!same || other.process.dead) continue;
      if (other.process.overslept || process.overslept)
        trace.reach('a write overlapped with one of a worker that overslept');
      else
        this.report('TWO_IN_FLIGHT', `${process.name} #${sent.id} and ${other.process.name} #${other.id} to ${name}`);
    }
    this.inFlight.set(sent.id, sent);
  }

  onCarriedOut({ target, request, process, fault }: SentRequest): void {
    const write = target.writeOf(request);
    if (!write) return;
    if (process.dead) this.parts.trace.reach('a write of a dead worker was carried out');
    if (fault === 'LATE' && this.parts.model.wish(target, write.userId) !== write.value)
      this.parts.trace.reach('a late write was carried out after the wish had changed');
  }

  onEnded({ id }: SentRequest): void {
    this.inFlight.delete(id);
  }

  report(rule: Rule, message: string): void {
    if (!this.parts.rules.has(rule)) return this.parts.trace.reach(`${rule} (not enforced)`);
    this.found.push(new Violation(rule, message));
  }

  private async claimedAt(process: SimulatedProcess, userId: string): Promise<number | undefined> {
    const claims = this.claims.get(process);
    const about = await this.parts.identitiesAbout(userId);
    const times = about.flatMap((id) => claims?.get(id)?.at ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
