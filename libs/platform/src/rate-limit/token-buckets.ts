/**
 * Maximum number of keys to remember (about 2 MB). The key that was unused for longest is forgotten first; it then has a full bucket again.
 */
const MAX_BUCKETS = 10_000;
/** Tolerance for rounding errors. */
const EPSILON = 1e-9;

/** One token bucket per key, in this process. It allows `perMinute` requests per minute on average, and at most `perMinute` at once. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();
  private readonly perMs: number;

  /** @param perMinute 0 disables the limit */
  constructor(
    private readonly perMinute: number,
    private readonly most: number = MAX_BUCKETS,
  ) {
    this.perMs = perMinute / 60_000;
  }

  /** Number of keys that are remembered now. */
  get size(): number {
    return this.buckets.size;
  }

  /**
   * Takes a token.
   * @param now milliseconds of any clock, the same for all calls
   * @returns 0 if a token was available, otherwise the whole seconds until one is
   */
  take(key: string, now: number): number {
    if (!(this.perMinute > 0)) return 0;
    const bucket = this.touch(key, now);
    bucket.tokens = Math.min(this.perMinute, bucket.tokens + Math.max(0, now - bucket.at) * this.perMs);
    bucket.at = now;
    if (bucket.tokens < 1 - EPSILON) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.perMs / 1000));
    bucket.tokens -= 1;
    return 0;
  }

  /** Returns a token that take() gave out. */
  giveBack(key: string): void {
    const bucket = this.buckets.get(key);
    if (bucket) bucket.tokens = Math.min(this.perMinute, bucket.tokens + 1);
  }

  /**
   * Moves the key to the end of the Map, which keeps the order of insertion. The first key is therefore the one that was unused for
   * longest.
   */
  private touch(key: string, now: number): { tokens: number; at: number } {
    const known = this.buckets.get(key);
    if (known) this.buckets.delete(key);
    else if (this.buckets.size >= this.most) this.buckets.delete(this.buckets.keys().next().value ?? '');
    const bucket = known ?? { tokens: this.perMinute, at: now };
    this.buckets.set(key, bucket);
    return bucket;
  }
}
