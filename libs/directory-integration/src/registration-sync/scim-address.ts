import type { ScimAuthenticationType } from './scim-authentication-type.js';

/** Where a SCIM server is and who signs in there; the secret that belongs to it is kept apart, sealed. */
export interface ScimAddress {
  /** Without a trailing slash. */
  baseUrl: string;
  /** URN of the schema extension that has the attribute. */
  extension: string;
  authentication: ScimAuthenticationType;
  /** Of BASIC. */
  userName?: string;
  /** Of CLIENT_CREDENTIALS. */
  tokenEndpoint?: string;
  clientId?: string;
  scope?: string;
}
