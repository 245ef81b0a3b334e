import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { type AuditAction, AuditTrail, Database, type Caller } from '@rollcall/platform';
import { HeldRegistrations } from '../ledger/held-registrations.js';

/** An administrator's decision about the changes that the safety cap holds. */
@Injectable()
export class HeldChanges {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly held: HeldRegistrations,
    private readonly audit: AuditTrail,
  ) {}

  /** Requeues the held changes, so that they are written. @returns the number of people. @throws NOT_FOUND */
  async approve(caller: Caller, integrationId: string): Promise<number> {
    return this.decide(caller, integrationId, 'approve', 'registration.approved');
  }

  /** Leaves the target as it is until the directory changes these people again. @returns the number of people. @throws NOT_FOUND */
  async discard(caller: Caller, integrationId: string): Promise<number> {
    return this.decide(caller, integrationId, 'discard', 'registration.discarded');
  }

  private async decide(
    caller: Caller,
    integrationId: string,
    decision: 'approve' | 'discard',
    action: AuditAction,
  ): Promise<number> {
    const { id } = await this.integrations.get(caller, integrationId);
    const key = { tenantId: caller.tenantId, integrationId: id };
    return this.database.transaction(async (tx) => {
      const people = await this.held[decision](tx, key, caller.actor.name);
      await this.audit.record(tx, caller, { action, integrationId: id, detail: { registrations: people } });
      return people;
    });
  }
}
