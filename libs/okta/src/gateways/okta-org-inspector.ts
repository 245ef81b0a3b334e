import type { OktaOrg } from '../client/okta-org.js';

/** The schema of a user type other than the default one. */
export interface UserTypeAttribute {
  userType: string;
  /** Type of the registration attribute in this schema; undefined if the schema lacks it. */
  type: string | undefined;
}

/** A routing rule with a condition on the registration attribute. */
export interface AttributeRule {
  name: string;
  active: boolean;
  /** Values with which the attribute is compared. */
  values: string[];
}

/** Requests for health checks, beyond those of the write-back. Throws OktaRequestError, also for missing rights. */
export abstract class OktaOrgInspector {
  /** `GET /api/v1/users/me/roles`: types of the administrator roles of the token's owner, such as `SUPER_ADMIN`. */
  abstract ownerRoles(org: OktaOrg, ownerId: string): Promise<string[]>;

  /** `GET /api/v1/meta/types/user` and the schema of each type that is not the default. */
  abstract userTypes(org: OktaOrg): Promise<UserTypeAttribute[]>;

  /** `GET /api/v1/policies?type=IDP_DISCOVERY` and their rules, reduced to those about the attribute. */
  abstract routingRules(org: OktaOrg): Promise<AttributeRule[]>;

  /** `GET /.well-known/okta-organization`: the org's id, the same under all its host names; undefined if the answer has no id. */
  abstract organizationId(org: OktaOrg): Promise<string | undefined>;

  /** Milliseconds that Okta's clock is ahead of ours; undefined if the answer has no time. */
  abstract clockSkew(org: OktaOrg): Promise<number | undefined>;
}
