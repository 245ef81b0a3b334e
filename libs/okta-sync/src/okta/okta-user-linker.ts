import { Injectable } from '@nestjs/common';
import { type OktaOrg, OktaQuotas, type OktaUser, OktaUserGateway } from '@rollcall/okta';
import { isSameName } from '@rollcall/platform';
import type { LookupOptions, IdentityKeys } from '../target/registration-target.js';

/**
 * Finds the Okta user of an identity. In place of an id, Okta also accepts a login or a unique short form of it. So the
 * user in the answer counts only if its id or login equals the requested value.
 */
@Injectable()
export class OktaUserLinker {
  constructor(
    private readonly gateway: OktaUserGateway,
    private readonly quotas: OktaQuotas,
  ) {}

  /**
   * Searches by three keys in this order: external id, stored id, login = userName. The external id is first, because
   * Okta's SCIM client updates it when a person gets a new Okta user.
   * @param names undefined if the identity was deleted
   * @throws QuotaSpent, OktaRequestError
   */
  async find(
    org: OktaOrg,
    remembered: string | null,
    names: IdentityKeys | undefined,
    lookup: LookupOptions = {},
  ): Promise<OktaUser | undefined> {
    let asked = 0;
    for (const id of new Set([names?.external_id, remembered])) {
      if (!id) continue;
      const user = await this.get(org, id, asked++, lookup);
      if (user?.id === id) return user;
    }
    if (!names) return undefined;
    const user = await this.get(org, names.user_name, asked, lookup);
    return user && isSameName(user.login, names.user_name) ? user : undefined;
  }

  /** @param asked number of requests that this search has already sent */
  private async get(
    org: OktaOrg,
    idOrLogin: string,
    asked: number,
    { allow, onRequest }: LookupOptions,
  ): Promise<OktaUser | undefined> {
    if (asked > 0) await this.quotas.spendNext(org, 'users.read');
    else await (allow ? allow() : this.quotas.spend(org, 'users.read'));
    onRequest?.();
    return this.gateway.find(org, idOrLogin);
  }
}
