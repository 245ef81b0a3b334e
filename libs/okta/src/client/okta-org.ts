import type { ServiceAppCredentials } from '../oauth/okta-access-tokens.js';

/** Address, attribute and credentials of an Okta org, for one integration. */
export interface OktaOrg {
  tenantId: string;
  integrationId: string;
  /** Host, with the port if it is not the default. */
  domain: string;
  /** The org's id in Okta. It is the same under all host names of the org; undefined until it is known. */
  orgId?: string;
  /** `https://acme.okta.com`; http only for a loopback host that the configuration allows. */
  baseUrl: string;
  /** Variable name of the registration attribute, a boolean in the user's profile. */
  attribute: string;
  credentials: OktaCredentials;
  /** OAuth scopes of the service app's access token; defaults to the scopes of the write-back. */
  scopes?: readonly string[];
}

export type OktaCredentials = { mode: 'API_TOKEN'; token: string } | ServiceAppCredentials;
