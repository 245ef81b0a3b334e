import { Injectable } from '@nestjs/common';
import { type OktaOrg, OktaQuotas, type OktaUser, OktaUserGateway } from '@rollcall/okta';
import { isSameName } from '@rollcall/platform';
import type { LookupOptions, IdentityKeys } from '../target/registration-target.js';

/**
 * Finds the Okta user of an identity. Okta also accepts a login or a unique shortname in place of an id, so a returned user counts
 * only if its id or login equals the requested one.
 */
@Injectable()
export class OktaUserLinker {
  constructor(
    private readonly gateway: OktaUserGateway,
    private readonly quotas: OktaQuotas,
  ) {}

  /**
   * Searches by the external id first, because Okta's SCIM client updates it when a person gets a new user; then by the stored id; then by
   * login = userName.
   * @param names undefined when the identity is gone
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

  /** @param asked number of requests already made in this search */
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
