import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationReporter } from '@rollcall/passkeys';
import { Database, nameKey } from '@rollcall/platform';
import type { OktaPerson } from './okta-sign-in.js';

export interface EnrollablePerson {
  id: string;
  userName: string;
  active: boolean;
}

interface Candidate extends EnrollablePerson {
  externalId: string | null;
}

/** The format of user ids in Okta. */
const OKTA_USER_ID = /^00u[A-Za-z0-9]{17}$/;

/** Finds the identity of a person who signed in at Okta. */
@Injectable()
export class EnrollablePeople {
  constructor(
    private readonly database: Database,
    private readonly reporter: RegistrationReporter,
  ) {}

  /**
   * Finds the identity of an Okta user. First by Okta user id: the identity that the write-back has linked, or else the
   * identity that Okta sent over SCIM with this id. Then by login, but only an identity that belongs to no other Okta
   * user, because Okta may give the login of a former user to a new one.
   */
  async find(key: IntegrationKey, { oktaUserId, login }: OktaPerson): Promise<EnrollablePerson | undefined> {
    const linked = await this.reporter.identityOf(key, oktaUserId);
    if (linked !== undefined) return this.one(key, 'id = $3::uuid', linked);
    const pushed = await this.one(key, 'external_id = $3', oktaUserId);
    if (pushed) return (await this.isOthers(key, pushed, oktaUserId)) ? undefined : pushed;
    const named = login === undefined ? undefined : await this.one(key, 'user_name_key = $3', nameKey(login));
    if (!named || OKTA_USER_ID.test(named.externalId ?? '')) return undefined;
    return (await this.isOthers(key, named, oktaUserId)) ? undefined : named;
  }

  private async isOthers({ tenantId }: IntegrationKey, { id }: Candidate, oktaUserId: string): Promise<boolean> {
    const owner = await this.reporter.oktaUserOf(tenantId, id);
    return owner !== undefined && owner !== oktaUserId;
  }

  /** @returns undefined if no identity matches, or several do */
  private async one(
    { tenantId, integrationId }: IntegrationKey,
    condition: 'id = $3::uuid' | 'external_id = $3' | 'user_name_key = $3',
    value: string,
  ): Promise<Candidate | undefined> {
    const rows = await this.database.query<Candidate>(
      `select id, user_name as "userName", active, external_id as "externalId" from identities
       where tenant_id = $1 and integration_id = $2 and ${condition} limit 2`,
      [tenantId, integrationId, value],
    );
    return rows.length === 1 ? rows[0] : undefined;
  }
}
