import type { FakeOktaUserGateway } from './fake-okta-user-gateway.js';
import { OktaRequestError } from '../answers/okta-answer.js';
import type { TargetAnswer } from '../answers/target-answer.js';
import type { OktaOrg } from '../client/okta-org.js';
import { OktaUserList, type OktaUserPage } from './okta-user-list.js';

/** Lists the users of a fake org whose attribute is true, in pages of `size`. */
export class FakeOktaUserList extends OktaUserList {
  requests = 0;
  /** Ids of users that the list shows with the opposite of the stored value, because Okta's search index is out of date. */
  readonly stale = new Set<string>();
  /** Page links that have expired. The first request for such a link fails. */
  readonly expired = new Set<string>();

  constructor(
    private readonly okta: FakeOktaUserGateway,
    public size = 200,
  ) {
    super();
  }

  override async registered(_org: OktaOrg, next = '0'): Promise<OktaUserPage> {
    this.requests += 1;
    if (this.expired.delete(next)) throw new OktaRequestError(EXPIRED, 'GET');
    const all = [...this.okta.users.values()].filter((user) => user.registered !== this.stale.has(user.id));
    const from = Number(next);
    const users = all.slice(from, from + this.size).map((user) => ({ ...user, registered: true }));
    return { users, next: from + this.size < all.length ? String(from + this.size) : undefined };
  }
}

const EXPIRED: TargetAnswer = {
  kind: 'ERROR',
  status: 400,
  code: 'E0000001',
  summary: 'Invalid cursor',
  resetAt: undefined,
};
