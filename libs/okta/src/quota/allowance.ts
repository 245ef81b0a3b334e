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

/** If a block is used up within this time, the next block is twice as large. */
const SOON_MS = 1_000;

export interface AllowanceOptions {
  /** Size of the first block, and of each block after one that lasted longer than SOON_MS. */
  least?: number;
  /** Maximum size of a block. */
  most: number;
  /** Number of requests that the caller expects to send. No more than this number is taken. */
  expected?: number;
  /** The rest of a block is discarded after this number of milliseconds. */
  keptMs?: number;
}

/**
 * Takes requests from a quota in blocks, because a statement per request would cost more than the request itself. A
 * block is twice as large if the previous one was used up quickly. The next block is taken when half of the current one
 * is used. All times are of the monotonic clock.
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

  /** Admits one request. @throws QuotaSpent if the quota allows none now */
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
    // The next block is taken in advance, and errors are ignored here. If no request is left, the next caller takes a
    // block itself and gets its error.
    if (this.size > 1 && this.left < this.size / 2) this.take().catch(() => undefined);
  }

  /** Discards the rest of the block. */
  drop(): void {
    this.left = 0;
  }

  private async take(): Promise<void> {
    this.taking ??= this.takeAnew().finally(() => (this.taking = undefined));
    return this.taking;
  }

  private async takeAnew(): Promise<void> {
    // Callers in the same turn of the event loop share one statement.
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
