import { monotonicNow, type RunningTimer, sleep, startInterval, startTimer } from '@rollcall/platform';
import { ORG_SLOTS, type SlotGrant } from './grant-slots.js';

/** Slots that were not used for this time are returned. */
const IDLE_MS = 60_000;
/** Duration of a lease. The slots of a killed process are free again after this time. A renewal may be nine seconds late. */
export const SLOT_LEASE_MS = 25_000;
/** This process treats its lease as expired this much earlier than PostgreSQL does. A request must end before then. */
const MARGIN_MS = 1_000;
const REQUEST_MS = 10_000;
/** Interval at which a process renews its lease, and returns slots that other processes wait for. */
const RENEW_MS = 5_000;
/** Interval at which a process asks for more slots while requests wait. */
const ASK_MS = 500;
/** Minimum number of slots to ask for. */
const BLOCK = 16;
/** Maximum time that a request waits for a slot. */
export const SLOT_WAIT_MS = 10_000;

/** Leases slots. `kept`: slots that this process must not lose. */
export type LeaseSlots = (ask: { kept: number; wanted: number }) => Promise<SlotGrant>;

interface Waiter {
  start(): void;
  expire: RunningTimer;
}

/** The slots of this process at one Okta org. They are leased in blocks, so that most requests need no statement. */
export class OrgSlots {
  private held = 0;
  /** End of the lease, by the monotonic clock. */
  private heldUntil = Number.NEGATIVE_INFINITY;
  private usedAt = Number.NEGATIVE_INFINITY;
  private inUse = 0;
  /** Limits the slots in use while a statement returns the others; equal to the number that is kept. */
  private frozenAt: number | undefined;
  private readonly waiting: Waiter[] = [];
  private leasing: Promise<SlotGrant | undefined> = Promise.resolve(undefined);
  private asking = false;
  private renewing: RunningTimer | undefined;
  private closed = false;
  /** True if PostgreSQL may have a row of this process. */
  private recorded = false;

  constructor(
    private readonly leaseSlots: LeaseSlots,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** True if this object can be dropped: no slot is leased, and no request waits. */
  get idle(): boolean {
    return this.inUse === 0 && this.waiting.length === 0 && this.renewing === undefined && !this.asking;
  }

  /** Waits for a slot. @returns true if a slot was free in time; the caller must then call `release` */
  async acquire(): Promise<boolean> {
    if (this.waiting.length === 0 && this.usable) {
      this.use();
      return true;
    }
    const started = new Promise<boolean>((resolve) => {
      const waiter: Waiter = {
        start: () => {
          waiter.expire.stop();
          this.use();
          resolve(true);
        },
        expire: startTimer(() => {
          this.waiting.splice(this.waiting.indexOf(waiter), 1);
          resolve(false);
        }, SLOT_WAIT_MS),
      };
      this.waiting.push(waiter);
    });
    void this.askForMore();
    return started;
  }

  release(): void {
    this.inUse -= 1;
    this.usedAt = monotonicNow();
    this.startWaiting();
    if (this.closed && this.inUse === 0) void this.giveBack();
  }

  /** Stops renewing the lease. Returns all slots as soon as none is in use. */
  async close(): Promise<void> {
    this.closed = true;
    this.renewing?.stop();
    this.renewing = undefined;
    if (this.inUse === 0) await this.giveBack();
  }

  private get usable(): boolean {
    const most = Math.min(this.held, this.frozenAt ?? this.held);
    return this.inUse < most && this.heldUntil - monotonicNow() > REQUEST_MS;
  }

  private use(): void {
    this.inUse += 1;
    this.usedAt = monotonicNow();
  }

  private startWaiting(): void {
    while (this.waiting.length > 0 && this.usable) this.waiting.shift()?.start();
  }

  /** Asks for more slots until no request waits. */
  private async askForMore(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      while (this.waiting.length > 0) {
        await this.lease();
        this.startWaiting();
        if (this.waiting.length > 0) await sleep(ASK_MS);
      }
    } finally {
      this.asking = false;
    }
    // Deletes the stored claim. Otherwise the other processes would go on returning slots for it.
    if (this.held === 0) await this.giveBack();
  }

  /** Renews the lease. Returns slots that other processes wait for, and slots that were not used for long. */
  private async renew(): Promise<void> {
    const unused = monotonicNow() - this.usedAt;
    if (this.inUse === 0 && this.waiting.length === 0 && unused >= IDLE_MS) return this.giveBack();
    const grant = await this.lease();
    if (!grant?.contended) return;
    await this.lease({ giveBack: true, wanted: unused >= RENEW_MS ? this.inUse : this.wanted });
    this.startWaiting();
  }

  private async giveBack(): Promise<void> {
    if (!this.recorded) return;
    await this.lease({ giveBack: true, wanted: 0 });
    if (this.held > 0) return;
    this.renewing?.stop();
    this.renewing = undefined;
  }

  private get wanted(): number {
    return Math.min(ORG_SLOTS, Math.max(BLOCK, this.inUse + this.waiting.length));
  }

  /** Runs one statement at a time. @returns undefined if the statement failed; the slots then stay valid until the lease expires */
  private async lease(back?: { giveBack: true; wanted: number }): Promise<SlotGrant | undefined> {
    this.leasing = this.leasing.then(() => this.leaseNow(back));
    return this.leasing;
  }

  private async leaseNow(back: { giveBack: true; wanted: number } | undefined): Promise<SlotGrant | undefined> {
    const now = monotonicNow();
    if (this.heldUntil <= now) this.held = this.inUse;
    const kept = back ? this.inUse : this.held;
    const wanted = back ? back.wanted : Math.max(this.wanted, this.held);
    if (back) this.frozenAt = kept;
    this.recorded = true;
    try {
      const grant = await this.leaseSlots({ kept, wanted });
      this.held = grant.slots;
      this.recorded = wanted > 0 || grant.slots > 0;
      this.heldUntil = now + SLOT_LEASE_MS - MARGIN_MS;
      if (this.held > 0 && !this.closed) this.renewing ??= startInterval(() => void this.renew(), RENEW_MS).unref();
      return grant;
    } catch (error) {
      this.onFailure(error);
      return undefined;
    } finally {
      this.frozenAt = undefined;
    }
  }
}
