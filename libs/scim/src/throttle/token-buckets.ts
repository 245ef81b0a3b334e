/** Buckets swept when there are so many: full ones are forgotten. */
const SWEEP_AT = 10_000;
/** What sums of fractions may lack. */
const EPSILON = 1e-9;

/** One token bucket per key, in this process: `perMinute` on average, a minute's worth at once. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();
  private readonly perMs: number;

  /** @param perMinute 0 lets everything through */
  constructor(private readonly perMinute: number) {
    this.perMs = perMinute / 60_000;
  }

  /**
   * Takes a token.
   * @param now milliseconds of a clock
   * @returns 0 when there was one, else the whole seconds until there is
   */
  take(key: string, now: number): number {
    if (!(this.perMinute > 0)) return 0;
    const bucket = this.buckets.get(key) ?? this.add(key, now);
    bucket.tokens = Math.min(this.perMinute, bucket.tokens + Math.max(0, now - bucket.at) * this.perMs);
    bucket.at = now;
    if (bucket.tokens < 1 - EPSILON) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.perMs / 1000));
    bucket.tokens -= 1;
    return 0;
  }

  private add(key: string, now: number): { tokens: number; at: number } {
    if (this.buckets.size >= SWEEP_AT) this.sweep(now);
    const bucket = { tokens: this.perMinute, at: now };
    this.buckets.set(key, bucket);
    return bucket;
  }

  private sweep(now: number): void {
    for (const [key, { at }] of this.buckets) if (now - at >= 60_000) this.buckets.delete(key);
  }
}
