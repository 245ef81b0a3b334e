import type { Clock } from '../clock/clock.js';
import { DomainError } from '../errors/domain-error.js';
import { TokenBuckets } from './token-buckets.js';

/**
 * A limit per key in this process: N replicas together allow N times as much. Shared limits would cost a round trip to PostgreSQL per
 * request, which is the cost that the limit should prevent.
 */
export class RateLimit {
  private readonly buckets: TokenBuckets;

  /**
   * @param perMinute 0 disables the limit
   * @param whose end of the message `Too many requests …`, without quotes
   */
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
