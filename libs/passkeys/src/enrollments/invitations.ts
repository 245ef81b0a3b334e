import { Injectable } from '@nestjs/common';
import { IdentityService } from '@rollcall/directory';
import { AuditTrail, type Caller, Clock, DomainError, type Tx } from '@rollcall/platform';
import { IdentityLock, type LockedIdentity } from '../bindings/identity-lock.js';
import { EnrollmentRepository } from './enrollment.repository.js';

/** Creates enrollment links, and checks which identities may get one. */
@Injectable()
export class Invitations {
  constructor(
    private readonly identityLock: IdentityLock,
    private readonly enrollments: EnrollmentRepository,
    private readonly identities: IdentityService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Locks the identity of a link and returns it. @throws DomainError NOT_FOUND */
  owner(tx: Tx, { tenantId }: Caller, identityId: string): Promise<LockedIdentity> {
    return this.identityLock.take(tx, tenantId, identityId);
  }

  /** Locks an identity that may be invited and returns it. @throws DomainError NOT_FOUND; CONFLICT (suspended) */
  async invitee(tx: Tx, caller: Caller, identityId: string): Promise<LockedIdentity> {
    const identity = await this.owner(tx, caller, identityId);
    if (!identity.active) {
      throw DomainError.conflict(
        `${identity.userName} is suspended in the directory. Reactivate the account, then create the enrollment link.`,
      );
    }
    return identity;
  }

  /** Creates an enrollment link, and ends the identity's open links. The caller must have locked the identity. */
  async invite(
    tx: Tx,
    caller: Caller,
    identity: LockedIdentity,
    { id, hash, expiresAt }: { id: string; hash: Buffer; expiresAt: Date },
  ): Promise<void> {
    const now = this.clock.now();
    const replaced = await this.enrollments.endOpen(tx, caller.tenantId, identity.id, now);
    await this.enrollments.insert(tx, {
      tenant_id: caller.tenantId,
      id,
      integration_id: identity.integrationId,
      identity_id: identity.id,
      token_hash: hash,
      created_by: caller.actor.name,
      created_at: now,
      expires_at: expiresAt,
    });
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
