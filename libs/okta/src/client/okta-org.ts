import type { ServiceAppCredentials } from '../oauth/okta-access-tokens.js';

/** How to reach and address one Okta org on behalf of one integration. */
export interface OktaOrg {
  tenantId: string;
  integrationId: string;
  /** Host, with the port if it is not the default. */
  domain: string;
  /** The id that the org reports, the same under all its host names; undefined until it is known. */
  orgId?: string;
  /** `https://acme.okta.com`; http only for a loopback host that the configuration allows. */
  baseUrl: string;
  /** Variable name of the boolean profile attribute. */
  attribute: string;
  credentials: OktaCredentials;
  /** OAuth scopes of a service app's access token; defaults to those of the write-back. */
  scopes?: readonly string[];
}

export type OktaCredentials = { mode: 'API_TOKEN'; token: string } | ServiceAppCredentials;
