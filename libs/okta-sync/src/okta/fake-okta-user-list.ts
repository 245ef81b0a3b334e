import type { FakeOktaUserGateway } from './fake-okta-user-gateway.js';
import type { OktaOrg } from './okta-org.js';
import { OktaUserList, type OktaUserPage } from './okta-user-list.js';

/** Lists the registered people of a fake org, in pages of `size`. */
export class FakeOktaUserList extends OktaUserList {
  requests = 0;
  /** Ids that search has not heard of yet, or still believes to be true. */
  readonly stale = new Set<string>();

  constructor(
    private readonly okta: FakeOktaUserGateway,
    public size = 200,
  ) {
    super();
  }

  override async registered(_org: OktaOrg, next = '0'): Promise<OktaUserPage> {
    this.requests += 1;
    const all = [...this.okta.users.values()].filter((user) => user.registered !== this.stale.has(user.id));
    const from = Number(next);
    const users = all.slice(from, from + this.size).map((user) => ({ ...user, registered: true }));
    return { users, next: from + this.size < all.length ? String(from + this.size) : undefined };
  }
}
