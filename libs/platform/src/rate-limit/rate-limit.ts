import type { Clock } from '../clock/clock.js';
import { DomainError } from '../errors/domain-error.js';
import { TokenBuckets } from './token-buckets.js';

/**
 * A rate limit per key, in this process. With N replicas, N times as many requests are allowed. A limit shared by all replicas would need a
 * round trip to PostgreSQL per request, and the limit exists to avoid such costs.
 */
export class RateLimit {
  private readonly buckets: TokenBuckets;

  /** @param perMinute 0 disables the limit @param whose completes the error message `Too many requests …` */
  constructor(
    perMinute: number,
    private readonly whose: string,
    private readonly clock: Clock,
  ) {
    this.buckets = new TokenBuckets(perMinute);
  }

  /** @throws DomainError RATE_LIMITED with whole seconds to wait */
  admit(key: string): void {
    const wait = this.buckets.take(key, this.clock.now().getTime());
    if (wait === 0) return;
    throw DomainError.rateLimited(`Too many requests ${this.whose}. Go on in ${wait} s.`, wait);
  }
}
