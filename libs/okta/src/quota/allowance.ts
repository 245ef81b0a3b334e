import { monotonicNow, nextTurn } from '@rollcall/platform';
import type { RequestBucket } from './request-bucket.js';
import type { Grant } from './quota.js';

/** Our share of a limit is used up for now. */
export class QuotaSpent extends Error {
  constructor(
    readonly bucket: RequestBucket,
    readonly waitMs: number,
  ) {
    super(`Our share of the limit ${bucket} is spent for ${waitMs} ms`);
  }
}

/** A block that is used up within this time makes the next one twice as large. */
const SOON_MS = 1_000;

export interface AllowanceOptions {
  /** Requests taken at a time at first and by slow callers; the most that are wasted. */
  least?: number;
  /** Taken at a time later on. */
  most: number;
  /** Requests expected to be used. */
  expected?: number;
  /** After this number of milliseconds the rest is given up, because it is outdated. */
  keptMs?: number;
}

/**
 * Requests taken from a quota in blocks, because a statement per request would cost more than the request. A block doubles
 * if the last one was used up quickly, and the next block is taken before the last request is used. On the monotonic clock.
 */
export class Allowance {
  private left = 0;
  private waiting = 0;
  private size: number;
  private takenAt = Number.NEGATIVE_INFINITY;
  private taking: Promise<void> | undefined;
  private expected: number;
  private readonly least: number;
  private readonly most: number;
  private readonly keptMs: number;

  constructor(
    private readonly bucket: RequestBucket,
    private readonly takeOut: (wanted: number) => Promise<Grant>,
    { least = 1, most, expected = Number.POSITIVE_INFINITY, keptMs = Number.POSITIVE_INFINITY }: AllowanceOptions,
  ) {
    this.size = this.least = least;
    this.most = most;
    this.expected = expected;
    this.keptMs = keptMs;
  }

  /** Lets one request through. @throws QuotaSpent when not even one is allowed */
  async next(): Promise<void> {
    if (monotonicNow() - this.takenAt > this.keptMs) this.left = 0;
    this.waiting += 1;
    try {
      while (this.left === 0) await this.take();
    } finally {
      this.waiting -= 1;
    }
    this.left -= 1;
    this.expected -= 1;
    // The caller that finds the allowance empty gets the error.
    if (this.size > 1 && this.left < this.size / 2) this.take().catch(() => undefined);
  }

  /** Gives up what is left. */
  drop(): void {
    this.left = 0;
  }

  private async take(): Promise<void> {
    this.taking ??= this.takeAnew().finally(() => (this.taking = undefined));
    return this.taking;
  }

  private async takeAnew(): Promise<void> {
    // Who asks in the same turn of the event loop shares a statement.
    await nextTurn();
    const now = monotonicNow();
    this.size = now - this.takenAt < SOON_MS ? Math.min(this.most, 2 * this.size) : this.least;
    this.takenAt = now;
    const wanted = Math.min(Math.max(this.size, this.waiting), this.expected - this.left);
    if (wanted <= 0 && this.left > 0) return;
    const { granted, waitMs } = await this.takeOut(Math.max(1, wanted));
    if (granted === 0) throw new QuotaSpent(this.bucket, waitMs);
    this.left += granted;
  }
}
