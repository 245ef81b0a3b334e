import type { OktaOrg } from '../client/okta-org.js';

/** The fields of an Okta user that the registration sync uses. */
export interface OktaUser {
  id: string;
  login: string;
  /** `ACTIVE`, `DEPROVISIONED`, … */
  status: string;
  /** Current value of the attribute. False if the attribute is absent or null, because Okta's routing rules treat it as false. */
  registered: boolean;
}

/** The part of Okta's Users API that the registration sync needs. Every method throws OktaRequestError for an unsuccessful request. */
export abstract class OktaUserGateway {
  /** Loads modules in advance, so that the first request does not wait for them. */
  abstract warm(): Promise<void>;

  /** `GET /api/v1/users/{idOrLogin}`; undefined if there is no such user (E0000007). */
  abstract find(org: OktaOrg, idOrLogin: string): Promise<OktaUser | undefined>;

  /**
   * `POST /api/v1/users/{id}` with only the attribute in the body, which makes it a partial update.
   * @returns the attribute's value in the body of the answer; undefined if the body has no profile
   */
  abstract setRegistered(org: OktaOrg, userId: string, registered: boolean): Promise<boolean | undefined>;
}
