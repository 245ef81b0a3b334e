import { Injectable, Logger } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Clock, newId } from '@rollcall/platform';
import type { Visitor } from './visitor.js';
import { SignInEventRepository } from './sign-in-event.repository.js';
import { SignInMetrics } from './sign-in-metrics.js';
import { SignInOutcome, type SignInReason } from './sign-in-outcome.js';

export interface EndedSignIn extends Visitor {
  outcome: 'REFUSED' | 'ABANDONED';
  reason: SignInReason;
  identityId?: string | undefined;
  passkeyId?: string | undefined;
  durationMs?: number | undefined;
}

/**
 * The sign-in log: successful and failed sign-ins, with reasons. If an event cannot be written, the sign-in continues.
 */
@Injectable()
export class SignInLog {
  private readonly log = new Logger(SignInLog.name);

  constructor(
    private readonly events: SignInEventRepository,
    private readonly metrics: SignInMetrics,
    private readonly clock: Clock,
  ) {}

  /** Only counts the success. The statement that issued the code has already stored the event. */
  countSuccess(): void {
    this.metrics.count('SUCCEEDED', 'NONE');
  }

  async record({ tenantId, integrationId }: IntegrationKey, ended: EndedSignIn): Promise<void> {
    this.metrics.count(ended.outcome, ended.reason);
    try {
      await this.events.insert({
        tenant_id: tenantId,
        id: newId(),
        integration_id: integrationId,
        at: this.clock.now(),
        outcome: SignInOutcome[ended.outcome],
        reason: ended.reason,
        identity_id: ended.identityId ?? null,
        passkey_id: ended.passkeyId ?? null,
        ip: ended.ip ?? null,
        user_agent: ended.userAgent ?? null,
        duration_ms: ended.durationMs ?? null,
      });
    } catch (error) {
      this.log.warn(`A sign-in event could not be stored: ${String(error)}`);
    }
  }
}
