import type { ScimAuthenticationType } from './scim-authentication-type.js';

/** Address of a SCIM server, and how to sign in to it. The secret is stored separately, encrypted. */
export interface ScimAddress {
  /** Without a trailing slash. */
  baseUrl: string;
  /** URN of the schema extension that has the attribute. */
  extension: string;
  authentication: ScimAuthenticationType;
  /** Set only for the sign-in method BASIC. */
  userName?: string;
  /** Set only for the sign-in method CLIENT_CREDENTIALS. */
  tokenEndpoint?: string;
  clientId?: string;
  scope?: string;
}
