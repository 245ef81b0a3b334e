/** What the service app must be granted in Okta, besides an administrator role that may edit users. */
export const OKTA_SCOPES = ['okta.users.manage', 'okta.schemas.manage'] as const;
