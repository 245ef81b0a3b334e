import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { type AuditAction, AuditTrail, Database, type Caller } from '@rollcall/platform';
import { HeldRegistrations } from '../ledger/held-registrations.js';

/** Carries out an administrator's decision about the changes that the safety cap holds. */
@Injectable()
export class HeldChanges {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly held: HeldRegistrations,
    private readonly audit: AuditTrail,
  ) {}

  /** Requeues the held changes, so that a worker writes them. @returns the number of people. @throws NOT_FOUND */
  async approve(caller: Caller, integrationId: string): Promise<number> {
    return this.decide(caller, integrationId, 'approve', 'registration.approved');
  }

  /**
   * Drops the held changes. The target keeps its values until the directory changes these people again.
   * @returns the number of people.
   * @throws NOT_FOUND
   */
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
