import type { ScimAuthenticationType } from './scim-authentication-type.js';

/** Address and sign-in of a SCIM server, without the secret, which is stored separately, sealed. */
export interface ScimAddress {
  /** Without a trailing slash. */
  baseUrl: string;
  /** URN of the schema extension that has the attribute. */
  extension: string;
  authentication: ScimAuthenticationType;
  /** Only for BASIC. */
  userName?: string;
  /** Only for CLIENT_CREDENTIALS. */
  tokenEndpoint?: string;
  clientId?: string;
  scope?: string;
}
