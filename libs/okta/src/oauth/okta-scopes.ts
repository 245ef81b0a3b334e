/** Scopes that an Okta administrator must grant to the service app. The app also needs an administrator role that may edit users. */
export const OKTA_SCOPES = ['okta.users.manage', 'okta.schemas.manage'] as const;

/** Additional scopes, needed to create the identity provider and the routing rule through the API. */
export const OKTA_ROUTING_SCOPES = [
  'okta.idps.manage',
  'okta.policies.manage',
  'okta.users.read',
  'okta.roles.read',
] as const;
