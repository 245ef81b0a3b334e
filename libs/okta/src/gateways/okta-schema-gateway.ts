import type { OktaOrg } from '../client/okta-org.js';

/** The registration attribute as Okta's default user schema defines it. */
export interface OktaAttribute {
  /** Must be `boolean`. */
  type: string;
  title: string | undefined;
  /**
   * Source priority: `OKTA` is "Inherit from Okta", `PROFILE_MASTER` "Inherit from profile source", `OVERRIDE` has its own list of sources.
   */
  master: string | undefined;
  /** Permission of the person on their own value: `READ_ONLY`, `READ_WRITE`, `HIDE`. */
  permission: string | undefined;
}

/** Okta's Schemas API, as far as the registration attribute needs it. Throws OktaRequestError for answers that are no success. */
export abstract class OktaSchemaGateway {
  /** `GET /api/v1/meta/schemas/user/default`; undefined when the schema lacks the attribute. */
  abstract attribute(org: OktaOrg): Promise<OktaAttribute | undefined>;

  /** `POST /api/v1/meta/schemas/user/default` with only this boolean property: adds it, and changes no other. */
  abstract createAttribute(org: OktaOrg): Promise<void>;

  /** `GET /api/v1/users/me`: the owner of the token. */
  abstract tokenOwner(org: OktaOrg): Promise<{ id: string; login: string }>;
}
