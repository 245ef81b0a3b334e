import type { OktaOrg } from '../client/okta-org.js';

/** The registration attribute as Okta's default user schema defines it. */
export interface OktaAttribute {
  /** Okta's name of the type. The registration sync needs `boolean`. */
  type: string;
  title: string | undefined;
  /**
   * Source priority. `OKTA` is "Inherit from Okta", `PROFILE_MASTER` is "Inherit from profile source", and `OVERRIDE`
   * is a list of sources for this attribute.
   */
  master: string | undefined;
  /** What users may do with their own value: `READ_ONLY`, `READ_WRITE` or `HIDE`. */
  permission: string | undefined;
}

/**
 * The part of Okta's Schemas API that the registration attribute needs. Every method throws OktaRequestError for an
 * unsuccessful request.
 */
export abstract class OktaSchemaGateway {
  /** `GET /api/v1/meta/schemas/user/default`; undefined if the schema lacks the attribute. */
  abstract attribute(org: OktaOrg): Promise<OktaAttribute | undefined>;

  /** `POST /api/v1/meta/schemas/user/default` with only this boolean property. Okta adds it, and changes no other property. */
  abstract createAttribute(org: OktaOrg): Promise<void>;

  /** `GET /api/v1/users/me`: the user who owns the token. */
  abstract tokenOwner(org: OktaOrg): Promise<{ id: string; login: string }>;
}
