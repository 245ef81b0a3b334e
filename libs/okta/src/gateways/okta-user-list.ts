import type { OktaOrg } from '../client/okta-org.js';
import type { OktaUser } from './okta-user-gateway.js';

export interface OktaUserPage {
  users: OktaUser[];
  /** Address of the next page, as Okta returned it; undefined on the last page. */
  next: string | undefined;
}

/** Okta's list of users whose attribute is true. The list is eventually consistent, and includes deprovisioned users. */
export abstract class OktaUserList {
  /**
   * `GET /api/v1/users?search=profile.<attribute> eq true&limit=200`, or the page at the address `next`.
   * @param onNext may be called with the address of the next page before this page has arrived
   * @throws OktaRequestError
   */
  abstract registered(org: OktaOrg, next?: string, onNext?: (next: string) => void): Promise<OktaUserPage>;
}
