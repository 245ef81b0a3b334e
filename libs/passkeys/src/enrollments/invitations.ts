import { Injectable } from '@nestjs/common';
import { IdentityService } from '@rollcall/directory';
import { AuditTrail, type Caller, DomainError, type Tx } from '@rollcall/platform';
import { IdentityLock, type LockedIdentity } from '../bindings/identity-lock.js';

/** What a link means to its identity: whether it may be invited, and until when it is. */
@Injectable()
export class Invitations {
  constructor(
    private readonly identityLock: IdentityLock,
    private readonly identities: IdentityService,
    private readonly audit: AuditTrail,
  ) {}

  /** The identity of a link, locked. @throws DomainError NOT_FOUND */
  owner(tx: Tx, { tenantId }: Caller, identityId: string): Promise<LockedIdentity> {
    return this.identityLock.take(tx, tenantId, identityId);
  }

  /** The identity, locked. @throws DomainError NOT_FOUND; CONFLICT (suspended) */
  async invitee(tx: Tx, caller: Caller, identityId: string): Promise<LockedIdentity> {
    const identity = await this.owner(tx, caller, identityId);
    if (!identity.active) {
      throw DomainError.conflict(
        `${identity.userName} is suspended in the directory. Reactivate the account, then create the enrollment link.`,
      );
    }
    return identity;
  }

  async record(
    tx: Tx,
    caller: Caller,
    identity: LockedIdentity,
    { id, expiresAt, replaced }: { id: string; expiresAt: Date; replaced: number },
  ): Promise<void> {
    await this.identities.recordEnrollment(tx, identity, identity.id, { invitedUntil: expiresAt });
    await this.audit.record(tx, caller, {
      action: 'enrollment.created',
      integrationId: identity.integrationId,
      subject: { type: 'enrollment', id },
      detail: { identityId: identity.id, userName: identity.userName, expiresAt: expiresAt.toISOString(), replaced },
    });
  }

  async withdraw(tx: Tx, caller: Caller, identity: LockedIdentity, id: string): Promise<void> {
    await this.identities.recordEnrollment(tx, identity, identity.id, { invitedUntil: null });
    await this.audit.record(tx, caller, {
      action: 'enrollment.cancelled',
      integrationId: identity.integrationId,
      subject: { type: 'enrollment', id },
      detail: { identityId: identity.id, userName: identity.userName },
    });
  }
}
