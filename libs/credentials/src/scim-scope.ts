/** The one scope there is: all of an integration's SCIM interface. */
export const SCIM_SCOPE = 'scim:all';
