import type { OktaOrg } from '../client/okta-org.js';
import type { OktaUser } from './okta-user-gateway.js';

export interface OktaUserPage {
  users: OktaUser[];
  /** Address of the next page, as Okta returned it. */
  next: string | undefined;
}

/** Okta's list of the people whose attribute is true: eventually consistent, and includes deprovisioned people. */
export abstract class OktaUserList {
  /**
   * `GET /api/v1/users?search=profile.<attribute> eq true&limit=200`, or the page at the previous page's `next`.
   * @param onNext may be called with the next page's address before this page has arrived
   * @throws OktaRequestError
   */
  abstract registered(org: OktaOrg, next?: string, onNext?: (next: string) => void): Promise<OktaUserPage>;
}
