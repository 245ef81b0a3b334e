import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail, Database, systemCaller } from '@rollcall/platform';
import type { Claim, Settlement } from '../ledger/claim.js';
import { DirectoryChangeBudget, type ExceededCap } from '../ledger/directory-change-budget.js';
import type { IdentityFacts } from '../registration/identity-facts.js';

/**
 * The safety cap for changes of the directory. It limits how many people a directory can set to false at the target
 * within an hour, by deactivating or deleting people who have passkeys. Changes beyond the cap are held until an
 * administrator approves or discards them. The removal of a passkey does not count.
 */
@Injectable()
export class DirectoryChangeCap {
  private readonly log = new Logger(DirectoryChangeCap.name);

  constructor(
    private readonly budget: DirectoryChangeBudget,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param facts undefined if the identity was deleted
   * @returns undefined if the row may be written; otherwise the settlement that holds it
   */
  async hold(claim: Claim, facts: IdentityFacts | undefined): Promise<Settlement | undefined> {
    const byDirectory = facts === undefined || (!facts.active && facts.active_passkeys > 0);
    if (claim.confirmed !== true || claim.approved || !byDirectory) return undefined;
    const exceeded = await this.budget.take(claim);
    if (!exceeded) return undefined;
    if (exceeded.first) await this.report(claim, exceeded);
    return held(claim, exceeded);
  }

  private async report({ tenantId, integrationId }: Claim, { allowed, ratio }: ExceededCap): Promise<void> {
    this.log.warn(`The directory turned off more than ${allowed} people of ${integrationId} within an hour: held`);
    await this.audit.record(this.database, systemCaller(tenantId, 'safety cap'), {
      action: 'registration.held',
      integrationId,
      detail: { allowed, maxDirectoryChangeRatio: ratio },
    });
  }
}

function held(claim: Claim, { allowed }: ExceededCap): Settlement {
  const { confirmed, oktaUserId, remoteStateUnknown, attempts } = claim;
  const note = `Held by the safety cap: the directory turned off more than ${allowed} people within an hour. Approve or discard the changes`;
  return {
    state: 'HELD',
    desired: false,
    confirmed,
    oktaUserId,
    remoteStateUnknown,
    attempts,
    note,
    writeLost: false,
    done: false,
    contacted: false,
    dueInMs: null,
  };
}
