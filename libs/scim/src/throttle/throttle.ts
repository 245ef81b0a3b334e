import { Injectable } from '@nestjs/common';
import { AppConfig, Clock, DomainError } from '@rollcall/platform';
import type { FastifyRequest } from 'fastify';
import { TokenBuckets } from './token-buckets.js';

/** Keeps one integration's client from taking the service from the others. Okta waits as long as Retry-After says, and needs it. */
@Injectable()
export class Throttle {
  private readonly buckets: TokenBuckets;

  constructor(
    { scimRateLimit }: AppConfig,
    private readonly clock: Clock,
  ) {
    this.buckets = new TokenBuckets(scimRateLimit);
  }

  /** @throws DomainError RATE_LIMITED with whole seconds to wait */
  admit({ scim }: FastifyRequest): void {
    if (scim === undefined) return;
    const wait = this.buckets.take(scim.integrationId, this.clock.now().getTime());
    if (wait === 0) return;
    throw DomainError.rateLimited(`Too many requests from this integration. Go on in ${wait} s.`, wait);
  }
}
