/** The only scope: the whole SCIM interface of an integration. */
export const SCIM_SCOPE = 'scim:all';
