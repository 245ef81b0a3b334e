/** Address, attribute and credentials of one SCIM server, for one integration. */
export interface ScimServer {
  tenantId: string;
  integrationId: string;
  /** Base URL without its scheme. It is the key of the server's rate limits. */
  domain: string;
  /** Base URL of the server, to which `/Users` is appended. */
  baseUrl: string;
  /** URN of the schema extension that contains the attribute. */
  extension: string;
  attribute: string;
  credentials: ScimCredentials;
}

export type ScimCredentials =
  { type: 'BEARER_TOKEN'; token: string } | { type: 'BASIC'; userName: string; password: string } | ClientCredentials;

export interface ClientCredentials {
  type: 'CLIENT_CREDENTIALS';
  tokenEndpoint: string;
  clientId: string;
  clientSecret: string;
  scope: string | undefined;
}

/** The attribute as it is written in paths and filters (RFC 7644 §3.10). */
export function attributePath({ extension, attribute }: Pick<ScimServer, 'extension' | 'attribute'>): string {
  return `${extension}:${attribute}`;
}

/** The filter that finds the users whose attribute is true. */
export function registeredFilter(server: Pick<ScimServer, 'extension' | 'attribute'>): string {
  return `${attributePath(server)} eq true`;
}
