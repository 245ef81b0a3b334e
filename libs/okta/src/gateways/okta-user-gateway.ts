import type { OktaOrg } from '../client/okta-org.js';

/** The fields of an Okta user that the registration sync uses. */
export interface OktaUser {
  id: string;
  login: string;
  /** `ACTIVE`, `DEPROVISIONED`, … */
  status: string;
  /** Current value of the attribute; absent and null count as false in Okta's routing rules. */
  registered: boolean;
}

/**
 * Okta's Users API, as far as the registration sync needs it.
 * Every method throws OktaRequestError for an answer that is not a success.
 */
export abstract class OktaUserGateway {
  /** Loads modules that the first request would otherwise wait for. */
  abstract warm(): Promise<void>;

  /** `GET /api/v1/users/{idOrLogin}`; undefined when there is no such user (E0000007). */
  abstract find(org: OktaOrg, idOrLogin: string): Promise<OktaUser | undefined>;

  /**
   * `POST /api/v1/users/{id}` with nothing but the attribute in the body: a partial update.
   * @returns the attribute in the answer's body; undefined when the body holds no profile
   */
  abstract setRegistered(org: OktaOrg, userId: string, registered: boolean): Promise<boolean | undefined>;
}
