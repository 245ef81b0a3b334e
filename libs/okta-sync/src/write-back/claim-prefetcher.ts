import type { IntegrationKey } from '@rollcall/directory';
import { monotonicNow, random } from '@rollcall/platform';
import type { Claim } from '../ledger/claim.js';
import type { ClaimReader, PreparedClaim } from './claim-reader.js';
import type { RegistrationQueue } from '../ledger/registration-queue.js';

/** Prefetched identities and settings may be used for this many milliseconds. After that they are read again before a write. */
const FRESH_MS = 100;
/**
 * Number of rows to prefetch. It is small, so that a new row does not wait behind many others. It is doubled if half of
 * the rows were used quickly.
 */
const LEAST = 16;
const MAX_AHEAD = 128;
const SOON_MS = 200;
/** Approximate delay of a claim if a request for its remote user is in flight. */
const BUSY_MS = 100;

export interface ClaimPrefetcherParts {
  queue: RegistrationQueue;
  reader: ClaimReader;
}

/** Called after claims were postponed, with the delay in milliseconds. */
type OnPostponed = (ms: number) => void;

interface Held extends PreparedClaim {
  /** The prefetched data may be used for a write until this time (monotonic clock). */
  until: number;
}

/** Claims rows in advance, so that requests do not wait until the claim is written to disk. */
export class ClaimPrefetcher {
  private waiting: Held[] = [];
  private wished = LEAST;
  private claimedAt = Number.NEGATIVE_INFINITY;
  private moreIsDue = false;

  constructor(
    private readonly key: IntegrationKey,
    private readonly parts: ClaimPrefetcherParts,
    private readonly onPostponed: OnPostponed,
  ) {}

  get claims(): Claim[] {
    return this.waiting.map(({ claim }) => claim);
  }

  get size(): number {
    return this.waiting.length;
  }

  /**
   * True if more rows should be claimed: half of the prefetched rows are used, and more rows may be due.
   * @param most maximum number of rows to hold
   */
  wants(most = MAX_AHEAD): boolean {
    return this.moreIsDue && this.waiting.length <= Math.min(most, this.wished) / 2;
  }

  /**
   * Claims more rows if half are used, and reads the data of the rows. Outdated data is read again. No row is kept if
   * the integration may not be written to.
   */
  async fill(most = MAX_AHEAD): Promise<void> {
    this.moreIsDue = true;
    if (this.wants(most)) await this.claim(most);
    if (this.waiting.some(isStale)) this.waiting = await this.read(this.takeAll());
  }

  /** The next claim. Undefined if there is none, or if its data is outdated, so that `fill` must be called first. */
  next(): PreparedClaim | undefined {
    const [first] = this.waiting;
    return first && !isStale(first) ? this.waiting.shift() : undefined;
  }

  /** Marks the prefetched data as outdated. */
  invalidate(): void {
    for (const held of this.waiting) held.until = 0;
  }

  /** Releases the claims whose attempt has not started. */
  async release(): Promise<void> {
    await this.parts.queue.release(this.takeAll());
  }

  private async claim(most: number): Promise<void> {
    const now = monotonicNow();
    this.wished = now - this.claimedAt < SOON_MS ? Math.min(MAX_AHEAD, 2 * this.wished) : LEAST;
    this.claimedAt = now;
    const room = Math.min(most, this.wished) - this.waiting.length;
    if (room <= 0) return;
    const claims = await this.parts.queue.claim(this.key, room);
    this.moreIsDue = claims.length === room;
    const prepared = await this.read(claims);
    const inOrder = [...this.waiting, ...prepared].sort((one, other) => dueAt(one) - dueAt(other));
    this.waiting = alternateEnds(inOrder);
  }

  private takeAll(): Claim[] {
    return this.waiting.splice(0).map(({ claim }) => claim);
  }

  /** Reads the data of claims. Releases the claims if the integration may not be written to, or if the read fails. */
  private async read(claims: readonly Claim[]): Promise<Held[]> {
    if (claims.length === 0) return [];
    let prepared: PreparedClaim[] | undefined;
    try {
      prepared = await this.parts.reader.read(this.key, claims);
    } finally {
      if (!prepared) await this.parts.queue.release(claims);
    }
    const [busy, free] = [(prepared ?? []).filter((one) => one.busy), (prepared ?? []).filter((one) => !one.busy)];
    if (busy.length > 0) await this.postpone(busy.map(({ claim }) => claim));
    // The time counts from the end of the read, so that after a slow read there is still time to use the data.
    const until = monotonicNow() + FRESH_MS;
    return free.map((one) => ({ ...one, until }));
  }

  /** Postpones claims by a random delay. Otherwise two workers that wait for each other could collide again. */
  private async postpone(claims: readonly Claim[]): Promise<void> {
    const ms = BUSY_MS * (0.5 + random());
    await this.parts.queue.postpone(claims, ms);
    this.onPostponed(ms);
  }
}

const isStale = ({ until }: Held): boolean => until <= monotonicNow();
const dueAt = ({ claim }: Held): number => claim.dueAt.getTime();

/** Reorders items so that the two ends alternate: the last, the first, the last but one, the second, and so on. */
export function alternateEnds<T>(items: readonly T[]): T[] {
  return items.map((_, index) => items.at(index % 2 === 0 ? -1 - index / 2 : (index - 1) / 2) as T);
}
