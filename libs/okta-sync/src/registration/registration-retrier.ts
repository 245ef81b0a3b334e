import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, type Caller } from '@rollcall/platform';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { historyOf } from '../history/history-sql.js';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';

/** Tries again, now, what was parked, unlinked or is waiting for its next try. */
@Injectable()
export class RegistrationRetrier {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns how many registrations are due again. @throws NOT_FOUND when the integration is not the caller's */
  async retry(caller: Caller, integrationId: string, identityIds?: readonly string[]): Promise<number> {
    await this.integrations.get(caller, integrationId);
    const { tenantId } = caller;
    return this.database.transaction(async (tx) => {
      const [answer] = await tx.query<{ retried: number }>(
        `with retried as (
           update registrations set seq = seq + 1, attempts = 0, due_at = now(), state = 'PENDING'
           where tenant_id = $1 and integration_id = $2 and state in ('PARKED', 'RETRYING', 'UNLINKED')
             and ($3::uuid[] is null or identity_id = any($3))
           returning identity_id, desired, confirmed
         ), ${historyOf(`select identity_id, 'RETRIED' as kind, desired, confirmed, $4::text as note from retried`)}
         select count(*)::int as retried from retried`,
        [tenantId, integrationId, identityIds ?? null, caller.actor.name],
      );
      const retried = answer?.retried ?? 0;
      await tx.execute(`select pg_notify($1, $2)`, [REGISTRATION_CHANNEL, wakePayload({ tenantId, integrationId })]);
      await this.audit.record(tx, caller, {
        action: 'registration.retried',
        integrationId,
        detail: { registrations: retried },
      });
      return retried;
    });
  }
}
