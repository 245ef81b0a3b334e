import type { OktaOrg } from '../client/okta-org.js';

/** An OpenID Connect identity provider in Okta's API. Fields that this type does not declare are kept unchanged. */
export interface OktaIdentityProvider {
  id: string;
  name: string;
  status: string;
  protocol: OktaIdpProtocol;
  policy: OktaIdpPolicy;
  [more: string]: unknown;
}

export interface OktaIdpProtocol {
  scopes?: string[];
  issuer?: { url?: string };
  endpoints?: Partial<Record<string, { url?: string; binding?: string; type?: string }>>;
  credentials?: { client?: { client_id?: string; client_secret?: string; [more: string]: unknown } };
  [more: string]: unknown;
}

export interface OktaIdpPolicy {
  accountLink?: { action?: string; filter?: unknown };
  provisioning?: { action?: string; [more: string]: unknown };
  subject?: { userNameTemplate?: { template?: string }; matchType?: string; [more: string]: unknown };
  [more: string]: unknown;
}

/** A routing rule (policy type IDP_DISCOVERY). Fields that this type does not declare are kept unchanged. */
export interface OktaRoutingRule {
  id: string;
  name: string;
  /** Starts at 1. Okta evaluates the rule with the lowest number first. */
  priority: number;
  status: string;
  /** Okta's default rule, which cannot be changed. */
  system: boolean;
  conditions: OktaRuleConditions | null;
  actions: OktaRuleActions;
  [more: string]: unknown;
}

export interface OktaRuleConditions {
  network?: { connection?: string };
  platform?: { include?: unknown[]; exclude?: unknown[] };
  app?: { include?: unknown[]; exclude?: unknown[] };
  userIdentifier?: {
    type?: string;
    attribute?: string;
    patterns?: { matchType?: string; value?: string }[];
  } | null;
  [more: string]: unknown;
}

export interface OktaRuleActions {
  idp?: { providers?: { type?: string; id?: string; name?: string }[]; [more: string]: unknown };
}

/** The link between an Okta user and their account at the identity provider. */
export interface OktaAccountLink {
  userId: string;
  /** The `sub` claim by which Okta finds the user. */
  externalId: string;
}

/** The complete profile of a user, which is compared with rules. */
export interface OktaUserProfile {
  id: string;
  status: string;
  profile: Record<string, unknown>;
}

/** A body for a create or replace request. */
export type OktaResource = Record<string, unknown>;

/**
 * Okta's Identity Providers API, and the routing rules of its Policies API. Needs OKTA_ROUTING_SCOPES. Every method
 * throws OktaRequestError for an unsuccessful request; `isMissingRight` recognizes a request that Okta refused for
 * missing rights.
 */
export abstract class OktaRoutingGateway {
  /** `GET /api/v1/idps?type=OIDC`, all pages. */
  abstract identityProviders(org: OktaOrg): Promise<OktaIdentityProvider[]>;

  /** `GET /api/v1/idps/{id}`; undefined if there is no such provider. */
  abstract identityProvider(org: OktaOrg, id: string): Promise<OktaIdentityProvider | undefined>;

  /** `POST /api/v1/idps`. The new provider is active at once. */
  abstract createIdentityProvider(org: OktaOrg, body: OktaResource): Promise<OktaIdentityProvider>;

  /** `PUT /api/v1/idps/{id}`: replaces the whole object. */
  abstract replaceIdentityProvider(org: OktaOrg, id: string, body: OktaResource): Promise<OktaIdentityProvider>;

  /** `POST /api/v1/idps/{id}/lifecycle/activate`. */
  abstract activateIdentityProvider(org: OktaOrg, id: string): Promise<void>;

  /** `GET /api/v1/idps/{id}/users`, one page. @param next address of the page; undefined for the first page */
  abstract accountLinks(
    org: OktaOrg,
    idpId: string,
    next?: string,
  ): Promise<{ links: OktaAccountLink[]; next: string | undefined }>;

  /** `GET /api/v1/policies?type=IDP_DISCOVERY`: the id of this policy. An org has only one. */
  abstract policyId(org: OktaOrg): Promise<string>;

  /** `GET /api/v1/policies/{id}/rules`, in order of priority. The default rule is the last. */
  abstract rules(org: OktaOrg, policyId: string): Promise<OktaRoutingRule[]>;

  /** `POST /api/v1/policies/{id}/rules?activate=false`. */
  abstract createInactiveRule(org: OktaOrg, policyId: string, body: OktaResource): Promise<OktaRoutingRule>;

  /** `PUT /api/v1/policies/{id}/rules/{rule}`: replaces the whole rule except its status. */
  abstract replaceRule(org: OktaOrg, policyId: string, ruleId: string, body: OktaResource): Promise<OktaRoutingRule>;

  /** `POST …/rules/{rule}/lifecycle/activate` or `…/deactivate`. */
  abstract setRuleActive(org: OktaOrg, policyId: string, ruleId: string, active: boolean): Promise<void>;

  /** `GET /api/v1/users/{idOrLogin}`; undefined if there is no such user. */
  abstract profile(org: OktaOrg, idOrLogin: string): Promise<OktaUserProfile | undefined>;

  /** `GET /api/v1/iam/assignees/users` (the first 100), and the roles of each user, until `most` super administrators are found. */
  abstract superAdministrators(org: OktaOrg, most: number): Promise<OktaUserProfile[]>;
}
