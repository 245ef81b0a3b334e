/** The tenant of a new installation; single-tenant installations have no other. */
export const DEFAULT_TENANT_ID = '00000000-0000-7000-8000-000000000001';
export const DEFAULT_TENANT_NAME = 'Default';
