import type { Caller } from '@rollcall/platform';

/** An authenticated SCIM client, confined to one integration. */
export interface ScimCaller extends Caller {
  integrationId: string;
  credentialId: string;
  scopes: string[];
}
