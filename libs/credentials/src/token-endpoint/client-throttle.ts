import { Injectable } from '@nestjs/common';
import { AppConfig, Clock, RateLimit } from '@rollcall/platform';
import type { ScimCredentialRow } from '../scim-credentials/scim-credential.row.js';

/**
 * Limits clients that request a token for every call. Applied after the secret was verified, so that no other caller can use up the limit.
 */
@Injectable()
export class ClientThrottle {
  private readonly limit: RateLimit;

  constructor({ tokenRateLimit }: AppConfig, clock: Clock) {
    this.limit = new RateLimit(
      tokenRateLimit,
      'from this client: use an access token for the hour that it lives',
      clock,
    );
  }

  /** @throws DomainError RATE_LIMITED */
  admit({ id }: ScimCredentialRow): void {
    this.limit.admit(id);
  }
}
