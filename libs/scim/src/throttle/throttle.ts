import { Injectable } from '@nestjs/common';
import { AppConfig, Clock, RateLimit } from '@rollcall/platform';
import type { FastifyRequest } from 'fastify';

/** Keeps one integration's client from taking the service from the others. Okta waits as long as Retry-After says, and needs it. */
@Injectable()
export class Throttle {
  private readonly limit: RateLimit;

  constructor({ scimRateLimit }: AppConfig, clock: Clock) {
    this.limit = new RateLimit(scimRateLimit, 'from this integration', clock);
  }

  /** @throws DomainError RATE_LIMITED with whole seconds to wait */
  admit({ scim }: FastifyRequest): void {
    if (scim !== undefined) this.limit.admit(scim.integrationId);
  }
}
