import { Injectable } from '@nestjs/common';
import { Clock, Database, type VerifiedUse } from '@rollcall/platform';
import type { PasskeyRow } from '../bindings/passkey.row.js';

/** A passkey that a person presents at sign-in, and whose it is. */
export type PresentedPasskey = PasskeyRow & {
  public_key: Buffer;
  identity_active: boolean;
  user_name: string;
  display_name: string | null;
  email: string | null;
  /** Credential ids in force of the identity; the browser's Signal API needs them. */
  credential_ids: string[];
};

/** Finds a passkey by its credential id at sign-in, and records its use. */
@Injectable()
export class PasskeyUses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The passkey in force with this credential id, otherwise the one revoked last. */
  async find(
    { tenantId, integrationId }: { tenantId: string; integrationId: string },
    credentialId: string,
  ): Promise<PresentedPasskey | undefined> {
    const [row] = await this.database.query<PresentedPasskey>(
      `select p.*, i.active as identity_active, i.user_name, i.display_name, i.email,
         array(select o.credential_id from passkeys o where o.tenant_id = $1 and o.identity_id = p.identity_id
           and o.source = 'WEBAUTHN' and o.revoked_at is null order by o.id) as credential_ids
       from passkeys p join identities i on i.tenant_id = p.tenant_id and i.id = p.identity_id
       where p.tenant_id = $1 and p.integration_id = $2 and p.source = 'WEBAUTHN' and p.credential_id = $3 and p.public_key is not null
       order by p.revoked_at desc nulls first limit 1`,
      [tenantId, integrationId, credentialId],
    );
    return row;
  }

  /**
   * Notes a verified use.
   * @returns false when the passkey was revoked in the meantime, or was used with a signature count as high (0: its authenticator does not count)
   */
  async note({ tenant_id, id }: PasskeyRow, { signCount }: VerifiedUse): Promise<boolean> {
    const noted = await this.database.execute(
      `update passkeys set sign_count = $3, last_used_at = $4
       where tenant_id = $1 and id = $2 and revoked_at is null and (sign_count < $3 or (sign_count = 0 and $3 = 0))`,
      [tenant_id, id, signCount, this.clock.now()],
    );
    return noted === 1;
  }
}
