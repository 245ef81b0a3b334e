import { Injectable } from '@nestjs/common';
import { Clock, Database, type VerifiedUse } from '@rollcall/platform';
import type { PasskeyRow } from '../bindings/passkey.row.js';
import { PasskeyTraitsRepository } from '../bindings/passkey-traits.repository.js';

/** A passkey that was presented at a sign-in, with its owner. */
export type PresentedPasskey = PasskeyRow & {
  public_key: Buffer;
  identity_active: boolean;
  user_name: string;
  display_name: string | null;
  email: string | null;
  /** The credential ids of the identity's active passkeys, for the browser's Signal API. */
  credential_ids: string[];
  /** Whether the passkey's traits are stored. */
  described: boolean;
};

/** The user handle that enrollment gave a passkey, in base64url: the identity's id. */
export function userHandleOf({ identity_id }: Pick<PasskeyRow, 'identity_id'>): string {
  return Buffer.from(identity_id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** @returns undefined if the handle is not a person's, such as an administrator's handle, which is twice as long */
function identityOf(userHandle: string): string | undefined {
  const hex = Buffer.from(userHandle, 'base64url').toString('hex');
  if (hex.length !== 32) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Finds a passkey by its credential id when it is used at a sign-in, and records the use. */
@Injectable()
export class PasskeyUses {
  constructor(
    private readonly database: Database,
    private readonly traits: PasskeyTraitsRepository,
    private readonly clock: Clock,
  ) {}

  /** Finds the active passkey with this credential id. If none is active, finds the passkey that was revoked last. */
  async find(
    { tenantId, integrationId }: { tenantId: string; integrationId: string },
    credentialId: string,
  ): Promise<PresentedPasskey | undefined> {
    const [row] = await this.database.query<PresentedPasskey>(
      `select p.*, i.active as identity_active, i.user_name, i.display_name, i.email,
         array(select o.credential_id from passkeys o where o.tenant_id = $1 and o.identity_id = p.identity_id
           and o.source = 'WEBAUTHN' and o.revoked_at is null order by o.id) as credential_ids,
         exists (select 1 from passkey_traits t where t.tenant_id = $1 and t.passkey_id = p.id) as described
       from passkeys p join identities i on i.tenant_id = p.tenant_id and i.id = p.identity_id
       where p.tenant_id = $1 and p.integration_id = $2 and p.source = 'WEBAUTHN' and p.credential_id = $3 and p.public_key is not null
       order by p.revoked_at desc nulls first limit 1`,
      [tenantId, integrationId, credentialId],
    );
    return row;
  }

  /** Like `find`, but in all integrations. The user handle identifies the person. */
  async findByUserHandle(credentialId: string, userHandle: string): Promise<PresentedPasskey | undefined> {
    const integration = await this.integrationOf(credentialId, userHandle);
    return integration && this.find(integration, credentialId);
  }

  /**
   * True if the browser should stop offering the passkey, because its user handle is a person's and no integration has
   * it as an active passkey.
   */
  async isDead(credentialId: string, userHandle: string): Promise<boolean> {
    if (identityOf(userHandle) === undefined) return false;
    const integration = await this.integrationOf(credentialId, userHandle);
    return integration === undefined || integration.revoked;
  }

  private async integrationOf(
    credentialId: string,
    userHandle: string,
  ): Promise<{ tenantId: string; integrationId: string; revoked: boolean } | undefined> {
    const identityId = identityOf(userHandle);
    if (identityId === undefined) return undefined;
    const [row] = await this.database.query<{ tenantId: string; integrationId: string; revoked: boolean }>(
      `select tenant_id as "tenantId", integration_id as "integrationId", revoked_at is not null as revoked from passkeys
       where identity_id = $1 and credential_id = $2 and source = 'WEBAUTHN' order by revoked_at desc nulls first limit 1`,
      [identityId, credentialId],
    );
    return row;
  }

  /**
   * Records a verified use of a passkey.
   * @returns false if the passkey was revoked, or its signature count did not increase. A count that stays 0 is
   * accepted, because the authenticator does not count.
   */
  async note(passkey: PresentedPasskey, { signCount, backupEligible }: VerifiedUse): Promise<boolean> {
    const { tenant_id, id } = passkey;
    const noted = await this.database.execute(
      `update passkeys set sign_count = $3, last_used_at = $4
       where tenant_id = $1 and id = $2 and revoked_at is null and (sign_count < $3 or (sign_count = 0 and $3 = 0))`,
      [tenant_id, id, signCount, this.clock.now()],
    );
    if (noted === 0) return false;
    if (!passkey.described) await this.traits.note(this.database, passkey, { synced: backupEligible, browser: null });
    return true;
  }
}
