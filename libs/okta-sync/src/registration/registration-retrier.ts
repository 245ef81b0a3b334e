import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, type Caller } from '@rollcall/platform';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { RegistrationRequeuer } from '../ledger/registration-requeuer.js';

/** Makes registrations that are parked, unlinked or waiting for a retry due at once. */
@Injectable()
export class RegistrationRetrier {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly audit: AuditTrail,
    private readonly requeuer: RegistrationRequeuer,
  ) {}

  /** @returns the number of registrations that are due again. @throws NOT_FOUND if the tenant has no such integration */
  async retry(caller: Caller, integrationId: string, identityIds?: readonly string[]): Promise<number> {
    await this.integrations.get(caller, integrationId);
    const { tenantId } = caller;
    return this.database.transaction(async (tx) => {
      const retried = await this.requeuer.retry(
        tx,
        { tenantId, integrationId },
        identityIds ?? null,
        caller.actor.name,
      );
      await this.audit.record(tx, caller, {
        action: 'registration.retried',
        integrationId,
        detail: { registrations: retried },
      });
      return retried;
    });
  }
}
