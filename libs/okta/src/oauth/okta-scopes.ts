/** Scopes that the service app must be granted in Okta, besides an administrator role that may edit users. */
export const OKTA_SCOPES = ['okta.users.manage', 'okta.schemas.manage'] as const;

/** Additional scopes for creating the identity provider and the routing rule by API. */
export const OKTA_ROUTING_SCOPES = [
  'okta.idps.manage',
  'okta.policies.manage',
  'okta.users.read',
  'okta.roles.read',
] as const;
