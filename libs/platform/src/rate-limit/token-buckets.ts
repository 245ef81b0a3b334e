/** Keys remembered: about 2 MB. The key unused for longest is forgotten first and starts again with a full bucket. */
const MAX_BUCKETS = 10_000;
/** Tolerance for rounding errors. */
const EPSILON = 1e-9;

/** One token bucket per key, in this process: allows `perMinute` requests on average, and as many at once. */
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

  /** Keys remembered at present. */
  get size(): number {
    return this.buckets.size;
  }

  /**
   * Takes a token.
   * @param now milliseconds of a clock
   * @returns 0 if a token was available, else the whole seconds until one is
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

  /** A Map keeps the order of insertion: the key moves to its end, so that its beginning is the one unused longest. */
  private touch(key: string, now: number): { tokens: number; at: number } {
    const known = this.buckets.get(key);
    if (known) this.buckets.delete(key);
    else if (this.buckets.size >= this.most) this.buckets.delete(this.buckets.keys().next().value ?? '');
    const bucket = known ?? { tokens: this.perMinute, at: now };
    this.buckets.set(key, bucket);
    return bucket;
  }
}
