import { Injectable } from '@nestjs/common';
import { AnonymousLimit, AppConfig, Clock, hashToken, RateLimit } from '@rollcall/platform';
import type { FastifyRequest } from 'fastify';

/** Limits the requests of each integration's client, so that others are served. Okta needs Retry-After, and honors it. */
@Injectable()
export class Throttle {
  private readonly limit: RateLimit;
  private readonly anonymous: AnonymousLimit;

  constructor({ scimRateLimit, anonymousRateLimit }: AppConfig, clock: Clock) {
    this.limit = new RateLimit(scimRateLimit, 'from this integration', clock);
    this.anonymous = new AnonymousLimit(anonymousRateLimit, clock);
  }

  /** Runs the guard. @throws DomainError RATE_LIMITED with the seconds to wait; errors of the guard */
  async authenticate(request: FastifyRequest, guard: () => Promise<unknown>): Promise<void> {
    const { authorization } = request.headers;
    const credential = authorization === undefined ? undefined : hashToken(authorization).toString('latin1');
    await this.anonymous.check({ address: request.ip, credential }, guard);
    this.admit(request);
  }

  private admit({ scim }: FastifyRequest): void {
    if (scim !== undefined) this.limit.admit(scim.integrationId);
  }
}
