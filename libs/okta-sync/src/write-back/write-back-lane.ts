import { Logger } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import {
  backoffMs,
  continued,
  monotonicNow,
  random,
  type RunningTimer,
  startInterval,
  startTimer,
} from '@rollcall/platform';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { Claim } from '../ledger/claim.js';
import type { ClaimHandler, ClaimOutcome } from './claim-handler.js';
import type { PreparedClaim } from './claim-reader.js';
import { ClaimPrefetcher, type ClaimPrefetcherParts } from './claim-prefetcher.js';
import type { LaneIdleNotifier } from './lane-idle-notifier.js';
import { RENEW_MS } from '../ledger/lease.js';
import { RefusalStreak } from './refusal-streak.js';
import type { LateWrites } from '../ledger/late-writes.js';
import type { RegistrationSweeper } from '../ledger/registration-sweeper.js';
import type { SyncTargets } from './sync-targets.js';

/** Maximum number of concurrent requests to one org per process. Okta allows 75 for all clients of an org together. */
const CONCURRENCY = 16;
/**
 * This smaller number applies until the org has accepted a write, and again while it fails. So an invalid token costs
 * only a few requests.
 */
const CAUTIOUS = 2;
/** Maximum number of rows that are being settled after their value was accepted. */
const SETTLING = 64;
/** If this number of attempts in a row fail, the cause is the org, and not a user. */
const TROUBLE = 5;
/** If this number of users in a row are refused for missing rights, the cause is the token. */
const POWERLESS = 3;

export interface LaneParts extends ClaimPrefetcherParts {
  handler: ClaimHandler;
  targets: SyncTargets;
  sweeper: RegistrationSweeper;
  lateWrites: LateWrites;
  idleNotifier: LaneIdleNotifier;
  /** Users whose value was refused. The count outlives the lane, because users may become due one at a time. */
  refusals: RefusalStreak;
}

/** The write-back of one integration. Lanes share only the database, so an org that does not answer does not delay other integrations. */
export class WriteBackLane {
  private readonly log = new Logger(WriteBackLane.name);
  private readonly inFlight = new Map<Promise<void>, Claim>();
  private readonly prefetcher: ClaimPrefetcher;
  /** Number of claims that wait for the target. Claims that are only being settled do not count. */
  private asking = 0;
  private renewing: RunningTimer | undefined;
  private pumping: Promise<void> | undefined;
  private asked = false;
  private sweepAsked = false;
  private proven = false;
  private stopped = false;
  /**
   * No claim is started before this time. This field, `recordedAt` and `alarm` use the monotonic clock, so that a
   * correction of the clock causes no delay.
   */
  private heldUntil = 0;
  private recordedAt = Number.NEGATIVE_INFINITY;
  private failuresInARow = 0;
  private readonly rightsRefusals = new RefusalStreak(POWERLESS);
  private alarm: { at: number; timer: RunningTimer } | undefined;

  constructor(
    private readonly key: IntegrationKey,
    private readonly parts: LaneParts,
  ) {
    this.prefetcher = new ClaimPrefetcher(key, parts, (ms) => this.wakeIn(ms));
  }

  /** True if nothing runs and nothing is scheduled. The lane can then be removed. */
  get idle(): boolean {
    return !this.pumping && this.inFlight.size === 0 && this.prefetcher.size === 0 && !this.alarm;
  }

  /** Called when rows may be due. */
  wake(): void {
    this.asked = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = undefined;
      if (this.asked && !this.stopped) this.wake();
      if (this.idle) this.parts.idleNotifier.announce(this.key);
    });
  }

  /** Called when the settings have changed. No more requests are sent with the previous settings. */
  reset(): void {
    for (const claim of this.inFlight.values()) claim.fenced = true;
    this.refresh();
  }

  /** Called when the cause of a delay may be gone. */
  refresh(): void {
    this.heldUntil = 0;
    this.failuresInARow = 0;
    this.prefetcher.invalidate();
    this.sweepAsked = true;
    this.wake();
  }

  /** Stops claiming, and waits for the claims in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.alarm?.timer.stop();
    this.alarm = undefined;
    await this.pumping;
    await this.prefetcher.release();
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
    if (this.sweepAsked) {
      await this.prefetcher.release();
      await this.sweep();
    }
    const now = monotonicNow();
    if (this.heldUntil > now) {
      await this.prefetcher.release();
      return this.wakeIn(this.heldUntil - now);
    }
    await this.prefetcher.fill(this.proven ? undefined : CAUTIOUS - this.inFlight.size);
    this.startNext();
  }

  /** True if another claim may start now. Only a few may run until the target has accepted a write. */
  private get room(): boolean {
    if (!this.proven) return this.inFlight.size < CAUTIOUS;
    return this.asking < CONCURRENCY && this.inFlight.size < CONCURRENCY + SETTLING;
  }

  private startNext(): void {
    while (this.room && !this.stopped && this.heldUntil <= monotonicNow()) {
      const prepared = this.prefetcher.next();
      if (!prepared) return;
      this.start(prepared);
    }
  }

  /** Sweeps one batch, so that a large directory does not delay due rows. */
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

  private start(prepared: PreparedClaim): void {
    const { claim, target } = prepared;
    this.asking += 1;
    const answered = once(() => (this.asking -= 1));
    const onWritten = (): void => {
      answered();
      this.startNext();
    };
    const task = continued('registration.sync', claim, () => this.parts.handler.handle(prepared, onWritten))
      .then((handled) => this.learn(handled, target, claim))
      .catch(async (error: unknown) => {
        this.log.error(error);
        await this.parts.lateWrites.report(claim, claim.oktaUserId).catch(() => undefined);
        this.wakeIn(1_000);
      })
      .finally(() => {
        this.inFlight.delete(task);
        answered();
        this.startNext();
        if (this.inFlight.size === 0) this.renewing = void this.renewing?.stop();
        const idle = this.room && this.prefetcher.size > 0;
        if (idle || this.prefetcher.wants(this.proven ? undefined : CAUTIOUS)) this.wake();
        if (this.idle) this.parts.idleNotifier.announce(this.key);
      });
    this.inFlight.set(task, claim);
    this.renewing ??= startInterval(() => void this.renew(), RENEW_MS);
  }

  /** Renews the leases. No other worker can then claim the rows while this process runs, however slow the target is. */
  private async renew(): Promise<void> {
    await this.parts.queue
      .renew(this.key, [...this.inFlight.values(), ...this.prefetcher.claims])
      .catch((error: unknown) => this.log.warn(error));
  }

  private async learn(handled: ClaimOutcome, target: RegistrationTarget, claim: Claim): Promise<void> {
    if (handled.kind !== 'DONE') this.prefetcher.invalidate();
    switch (handled.kind) {
      case 'DONE':
        this.failuresInARow = 0;
        if (handled.dueAgain) this.wake();
        if (!handled.wrote) return;
        this.rightsRefusals.end();
        this.parts.refusals.end();
        this.proven = true;
        return this.recordWrite();
      case 'HOLD':
        if (handled.refused) this.proven = false;
        this.heldUntil = Math.max(this.heldUntil, monotonicNow() + handled.waitMs);
        return this.wakeIn(handled.waitMs);
      case 'PAUSED':
        this.proven = false;
        return;
      case 'FAILED':
        return this.fail(handled, target, claim);
    }
  }

  /** Records the time of a write at most once per second, because all writes of the integration update the same row. */
  private async recordWrite(): Promise<void> {
    if (monotonicNow() - this.recordedAt < 1_000) return;
    this.recordedAt = monotonicNow();
    await this.parts.targets.recordWrite(this.key);
  }

  private async fail(
    { dueInMs, trouble, fault }: Extract<ClaimOutcome, { kind: 'FAILED' }>,
    target: RegistrationTarget,
    { identityId, configuredAt }: Claim,
  ): Promise<void> {
    const streak = fault?.of === 'RIGHTS' ? this.rightsRefusals : this.parts.refusals;
    if (fault && streak.add(identityId, configuredAt, fault.people))
      return this.parts.targets.pause(target, fault.note);
    if (trouble && ++this.failuresInARow >= TROUBLE) {
      this.proven = false;
      const wait = backoffMs(this.failuresInARow - TROUBLE + 1, random());
      this.heldUntil = Math.max(this.heldUntil, monotonicNow() + Math.min(wait, 60_000));
    }
    if (dueInMs !== null) this.wakeIn(dueInMs);
  }

  /** Schedules a wake-up. Of several requested times only the earliest is kept. */
  private wakeIn(ms: number): void {
    const at = monotonicNow() + ms;
    if (this.stopped || (this.alarm && this.alarm.at <= at)) return;
    this.alarm?.timer.stop();
    const timer = startTimer(() => {
      this.alarm = undefined;
      this.wake();
    }, ms + 1);
    timer.unref();
    this.alarm = { at, timer };
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
