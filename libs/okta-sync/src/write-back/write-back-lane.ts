import { Logger } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { continued } from '@rollcall/platform';
import type { RegistrationTarget } from '../target/registration-target.js';
import { backoffMs } from './backoff.js';
import type { Claim } from './claim.js';
import type { ClaimHandler, Handled } from './claim-handler.js';
import { RENEW_MS } from './lease.js';
import type { IdentityFactsReader } from './identity-facts.js';
import { RefusalStreak } from './refusal-streak.js';
import type { RegistrationQueue } from './registration-queue.js';
import type { RegistrationSweeper } from './registration-sweeper.js';
import type { SyncTargets } from './sync-targets.js';

/** Requests to one org at a time, per process; Okta allows 75 for everybody together. */
const CONCURRENCY = 16;
/** Until an org has taken a write, and while it is in trouble: a dead token then costs a handful of requests. */
const CAUTIOUS = 2;
/** So many failures in a row are the org's trouble, not a user's. */
const TROUBLE = 5;
/** So many refusals in a row for want of rights are the token's trouble. */
const POWERLESS = 3;

export interface LaneParts {
  queue: RegistrationQueue;
  facts: IdentityFactsReader;
  handler: ClaimHandler;
  targets: SyncTargets;
  sweeper: RegistrationSweeper;
  /** Whose value was refused; outlives the lane, for people may come one at a time. */
  refusals: RefusalStreak;
}

/** The write-back of one integration. Lanes share nothing but the database, so a dead org delays nobody else. */
export class WriteBackLane {
  private readonly log = new Logger(WriteBackLane.name);
  private readonly inFlight = new Map<Promise<void>, Claim>();
  private renewing: NodeJS.Timeout | undefined;
  private pumping: Promise<void> | undefined;
  private asked = false;
  private sweepAsked = false;
  private more = false;
  private proven = false;
  private stopped = false;
  /** On the monotonic clock, as `recordedAt` and the alarm: a correction of this machine's clock holds nobody up. */
  private heldUntil = 0;
  private recordedAt = Number.NEGATIVE_INFINITY;
  private failuresInARow = 0;
  private readonly powerless = new RefusalStreak(POWERLESS);
  private alarm: { at: number; timer: NodeJS.Timeout } | undefined;

  constructor(
    private readonly key: IntegrationKey,
    private readonly parts: LaneParts,
  ) {}

  /** Nothing runs and nothing is planned: the lane can be forgotten. */
  get idle(): boolean {
    return !this.pumping && this.inFlight.size === 0 && !this.alarm;
  }

  /** Something may be due. */
  wake(): void {
    this.asked = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = undefined;
      if (this.asked && !this.stopped) this.wake();
    });
  }

  /** There are new settings: what was refused under those before proves nothing any more. */
  reset(): void {
    this.powerless.end();
    this.parts.refusals.end();
    this.refresh();
  }

  /** What held the lane back may be over. */
  refresh(): void {
    this.heldUntil = 0;
    this.failuresInARow = 0;
    this.sweepAsked = true;
    this.wake();
  }

  /** Claims nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.alarm?.timer);
    this.alarm = undefined;
    await this.pumping;
    await Promise.all(this.inFlight.keys());
  }

  private async pump(): Promise<void> {
    while (this.asked && !this.stopped) {
      this.asked = false;
      try {
        await this.claimAndStart();
      } catch (error) {
        this.log.error(error);
        this.wakeIn(1_000);
      }
    }
  }

  private async claimAndStart(): Promise<void> {
    if (this.sweepAsked) await this.sweep();
    const now = performance.now();
    if (this.heldUntil > now) return this.wakeIn(this.heldUntil - now);
    const room = (this.proven ? CONCURRENCY : CAUTIOUS) - this.inFlight.size;
    this.more = room <= 0;
    if (room <= 0) return;
    const claims = await this.parts.queue.claim(this.key, room);
    if (claims.length === 0) return;
    try {
      if (!(await this.startAll(claims))) return await this.parts.queue.release(claims);
    } catch (error) {
      await this.parts.queue.release(claims);
      throw error;
    }
    this.more = claims.length === room;
  }

  /** @returns false when this integration may not be written to */
  private async startAll(claims: readonly Claim[]): Promise<boolean> {
    const ids = claims.map((claim) => claim.identityId);
    const [target, facts] = await Promise.all([
      this.parts.targets.open(this.key),
      this.parts.facts.read(this.key, ids),
    ]);
    if (!target) return false;
    for (const claim of claims) {
      const handle = () => this.parts.handler.handle(target, claim, facts.get(claim.identityId));
      this.start(continued('registration.sync', claim, handle), claim, target);
    }
    return true;
  }

  /** Batch by batch, so that what is due is not kept waiting by a large directory. */
  private async sweep(): Promise<void> {
    this.sweepAsked = false;
    try {
      const more = await this.parts.sweeper.advance(this.key);
      this.sweepAsked ||= more;
    } catch (error) {
      this.sweepAsked = true;
      throw error;
    }
    this.asked ||= this.sweepAsked;
  }

  private start(work: Promise<Handled>, claim: Claim, target: RegistrationTarget): void {
    const task = work
      .then((handled) => this.learn(handled, target, claim))
      .catch(async (error: unknown) => {
        this.log.error(error);
        await this.parts.queue.release([{ ...claim, unsure: true }]).catch(() => undefined);
        this.wakeIn(1_000);
      })
      .finally(() => {
        this.inFlight.delete(task);
        if (this.inFlight.size === 0) this.renewing = void clearInterval(this.renewing);
        // Claimed by the half dozen, not one by one.
        if (this.more && this.inFlight.size <= CONCURRENCY / 2) this.wake();
      });
    this.inFlight.set(task, claim);
    this.renewing ??= setInterval(() => void this.renew(), RENEW_MS);
  }

  /** While this process lives, nobody else takes what it works on, however long Okta takes. */
  private async renew(): Promise<void> {
    await this.parts.queue.renew(this.key, [...this.inFlight.values()]).catch((error: unknown) => this.log.warn(error));
  }

  private async learn(handled: Handled, target: RegistrationTarget, claim: Claim): Promise<void> {
    switch (handled.kind) {
      case 'DONE':
        this.failuresInARow = 0;
        if (handled.dueAgain) this.wake();
        if (!handled.wrote) return;
        this.powerless.end();
        this.parts.refusals.end();
        this.proven = true;
        return this.recordWrite();
      case 'HOLD':
        if (handled.refused) this.proven = false;
        this.heldUntil = Math.max(this.heldUntil, performance.now() + handled.waitMs);
        return this.wakeIn(handled.waitMs);
      case 'PAUSED':
        this.proven = false;
        return;
      case 'FAILED':
        return this.fail(handled, target, claim);
    }
  }

  /** To the second: the integration's row is shared by all its writes. */
  private async recordWrite(): Promise<void> {
    if (performance.now() - this.recordedAt < 1_000) return;
    this.recordedAt = performance.now();
    await this.parts.targets.recordWrite(this.key);
  }

  private async fail(
    { dueInMs, trouble, suspicion }: Extract<Handled, { kind: 'FAILED' }>,
    target: RegistrationTarget,
    { identityId }: Claim,
  ): Promise<void> {
    const streak = suspicion?.of === 'RIGHTS' ? this.powerless : this.parts.refusals;
    if (suspicion && streak.add(identityId)) return this.parts.targets.pause(target, suspicion.note);
    if (trouble && ++this.failuresInARow >= TROUBLE) {
      this.proven = false;
      const wait = backoffMs(this.failuresInARow - TROUBLE + 1, Math.random());
      this.heldUntil = Math.max(this.heldUntil, performance.now() + Math.min(wait, 60_000));
    }
    if (dueInMs !== null) this.wakeIn(dueInMs);
  }

  /** Keeps the earliest of the wishes to be woken. */
  private wakeIn(ms: number): void {
    const at = performance.now() + ms;
    if (this.stopped || (this.alarm && this.alarm.at <= at)) return;
    clearTimeout(this.alarm?.timer);
    const timer = setTimeout(() => {
      this.alarm = undefined;
      this.wake();
    }, ms + 1);
    timer.unref();
    this.alarm = { at, timer };
  }
}
