import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';

/** What claims are made of. */
export interface SignedInPerson {
  userName: string;
  displayName: string | null;
  email: string | null;
  givenName: string | null;
  familyName: string | null;
}

/** People who signed in, as long as they may. */
@Injectable()
export class SignedInPersonRepository {
  constructor(private readonly database: Database) {}

  /** @returns undefined unless the identity is active and the passkey is theirs and not revoked, at this instant */
  async find(
    { tenantId, integrationId }: IntegrationKey,
    identityId: string,
    passkeyId: string,
  ): Promise<SignedInPerson | undefined> {
    const [row] = await this.database.query<SignedInPerson>(
      `select i.user_name as "userName", i.display_name as "displayName", i.email,
         i.profile #>> '{name,givenName}' as "givenName", i.profile #>> '{name,familyName}' as "familyName"
       from identities i
       join passkeys p on p.tenant_id = i.tenant_id and p.integration_id = i.integration_id and p.identity_id = i.id
       where i.tenant_id = $1 and i.integration_id = $2 and i.id = $3 and i.active and p.id = $4 and p.revoked_at is null`,
      [tenantId, integrationId, identityId, passkeyId],
    );
    return row;
  }
}
