import type { IntegrationKey } from '@rollcall/directory';
import { monotonicNow, random } from '@rollcall/platform';
import type { Claim } from '../ledger/claim.js';
import type { ClaimReader, PreparedClaim } from './claim-reader.js';
import type { RegistrationQueue } from '../ledger/registration-queue.js';

/** Milliseconds for which prefetched identities and settings may be used; later they are read again before a write. */
const FRESH_MS = 100;
/** Number of prefetched rows: few, so that a new row does not wait behind many; doubled when half of them were used quickly. */
const LEAST = 16;
const MAX_AHEAD = 128;
const SOON_MS = 200;
/** Approximate delay of a claim whose remote user has a request in flight. */
const BUSY_MS = 100;

export interface ClaimPrefetcherParts {
  queue: RegistrationQueue;
  reader: ClaimReader;
}

/** Called when claims were postponed, with the delay in milliseconds. */
type OnPostponed = (ms: number) => void;

interface Held extends PreparedClaim {
  /** Until when (monotonic clock) the prefetched data may be used for a write. */
  until: number;
}

/** Claims rows ahead of their requests, so that requests do not wait for the disk write of a claim. */
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

  /** Whether to claim more: half of the prefetched rows are used, and more may be due. @param most maximum number of rows to hold */
  wants(most = MAX_AHEAD): boolean {
    return this.moreIsDue && this.waiting.length <= Math.min(most, this.wished) / 2;
  }

  /** Claims more rows once half are used, and reads their data. Keeps no rows if the integration may not be written to. */
  async fill(most = MAX_AHEAD): Promise<void> {
    this.moreIsDue = true;
    if (this.wants(most)) await this.claim(most);
    if (this.waiting.some(isStale)) this.waiting = await this.read(this.takeAll());
  }

  /** Undefined when there is no prefetched claim, or `fill` must read first. */
  next(): PreparedClaim | undefined {
    const [first] = this.waiting;
    return first && !isStale(first) ? this.waiting.shift() : undefined;
  }

  /** Marks the prefetched data as outdated. */
  invalidate(): void {
    for (const held of this.waiting) held.until = 0;
  }

  /** Releases claims that were not started. */
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

  /** Reads the data of claims. Releases the claims if nothing may be written, or if reading fails. */
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
    // Counted from the end of the read, so that a slow read still leaves time to use it.
    const until = monotonicNow() + FRESH_MS;
    return free.map((one) => ({ ...one, until }));
  }

  /** Uses a random delay, so that two workers that wait for each other do not collide again. */
  private async postpone(claims: readonly Claim[]): Promise<void> {
    const ms = BUSY_MS * (0.5 + random());
    await this.parts.queue.postpone(claims, ms);
    this.onPostponed(ms);
  }
}

const isStale = ({ until }: Held): boolean => until <= monotonicNow();
const dueAt = ({ claim }: Held): number => claim.dueAt.getTime();

/** Reorders items: the last, the first, the last but one, the second, and so on. */
export function alternateEnds<T>(items: readonly T[]): T[] {
  return items.map((_, index) => items.at(index % 2 === 0 ? -1 - index / 2 : (index - 1) / 2) as T);
}
