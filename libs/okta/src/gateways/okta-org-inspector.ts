import type { OktaOrg } from '../client/okta-org.js';

/** The registration attribute in the schema of a user type that is not the default one. */
export interface UserTypeAttribute {
  userType: string;
  /** Type of the registration attribute in this schema; undefined if the schema lacks it. */
  type: string | undefined;
}

/** A routing rule with a condition on the registration attribute. */
export interface AttributeRule {
  name: string;
  active: boolean;
  /** The values with which the rule compares the attribute. */
  values: string[];
}

/**
 * Reads that only health checks need. Every method throws OktaRequestError for an unsuccessful request, including one
 * refused for missing rights.
 */
export abstract class OktaOrgInspector {
  /** `GET /api/v1/users/me/roles`: the types of the administrator roles of the user who owns the token, such as `SUPER_ADMIN`. */
  abstract ownerRoles(org: OktaOrg, ownerId: string): Promise<string[]>;

  /** `GET /api/v1/meta/types/user`, and the schema of each user type that is not the default one. */
  abstract userTypes(org: OktaOrg): Promise<UserTypeAttribute[]>;

  /** `GET /api/v1/policies?type=IDP_DISCOVERY` and the rules of these policies; returns only rules that mention the attribute. */
  abstract routingRules(org: OktaOrg): Promise<AttributeRule[]>;

  /** `GET /.well-known/okta-organization`: the org's id, which is the same under all its host names; undefined if the answer has no id. */
  abstract organizationId(org: OktaOrg): Promise<string | undefined>;

  /** Okta's clock minus ours, in milliseconds; positive if Okta's clock is ahead. Undefined if the answer has no time. */
  abstract clockSkew(org: OktaOrg): Promise<number | undefined>;
}
