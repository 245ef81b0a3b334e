import { Injectable } from '@nestjs/common';
import { IdentityService, RegistrationLedger } from '@rollcall/directory';
import { AuditTrail, type Caller, Clock, newId, type Tx } from '@rollcall/platform';
import type { LockedIdentity } from './identity-lock.js';
import { type PasskeyDraft, PasskeyRepository } from './passkey.repository.js';
import type { PasskeyRow } from './passkey.row.js';
import { type PasskeyTraits, PasskeyTraitsRepository } from './passkey-traits.repository.js';

export type NewPasskey = Pick<
  PasskeyDraft,
  'source' | 'credential_id' | 'public_key' | 'sign_count' | 'transports' | 'device_name'
> & { traits?: PasskeyTraits };

/**
 * Adds and revokes passkeys. Updates the count, the audit trail and the ledger in the same transaction. The caller must
 * have locked the identity.
 */
@Injectable()
export class PasskeyBinder {
  constructor(
    private readonly clock: Clock,
    private readonly passkeys: PasskeyRepository,
    private readonly traits: PasskeyTraitsRepository,
    private readonly identities: IdentityService,
    private readonly ledger: RegistrationLedger,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Adds a passkey and ends the identity's invitation.
   * @returns undefined if the credential is already bound, to this identity or to another one of the integration
   */
  async bind(tx: Tx, caller: Caller, identity: LockedIdentity, passkey: NewPasskey): Promise<PasskeyRow | undefined> {
    const bound = await this.passkeys.insert(tx, {
      ...passkey,
      tenant_id: identity.tenantId,
      id: newId(),
      integration_id: identity.integrationId,
      identity_id: identity.id,
      created_at: this.clock.now(),
    });
    if (!bound) return undefined;
    if (passkey.traits) await this.traits.note(tx, bound, passkey.traits);
    await this.settle(tx, caller, identity, bound, 'passkey.bound', { invitedUntil: null });
    return bound;
  }

  /** @returns undefined if the passkey was already revoked */
  async revoke(tx: Tx, caller: Caller, identity: LockedIdentity, id: string): Promise<PasskeyRow | undefined> {
    const revoked = await this.passkeys.revoke(tx, identity.tenantId, id, this.clock.now());
    if (revoked) await this.settle(tx, caller, identity, revoked, 'passkey.revoked', {});
    return revoked;
  }

  private async settle(
    tx: Tx,
    caller: Caller,
    identity: LockedIdentity,
    { id, source, device_name }: PasskeyRow,
    action: 'passkey.bound' | 'passkey.revoked',
    invitation: { invitedUntil?: null },
  ): Promise<void> {
    const { tenantId, integrationId } = identity;
    const activePasskeys = await this.passkeys.countActive(tx, tenantId, identity.id);
    await this.identities.recordEnrollment(tx, identity, identity.id, { activePasskeys, ...invitation });
    await this.audit.record(tx, caller, {
      action,
      integrationId,
      subject: { type: 'passkey', id },
      detail: { identityId: identity.id, userName: identity.userName, source, deviceName: device_name, activePasskeys },
    });
    await this.ledger.touch(tx, { tenantId, integrationId }, [identity.id]);
  }
}
