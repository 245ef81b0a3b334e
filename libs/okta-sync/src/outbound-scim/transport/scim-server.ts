/** How to reach and address one SCIM server on behalf of one integration. */
export interface ScimServer {
  tenantId: string;
  integrationId: string;
  /** Base URL without its scheme: the key of its rate limits. */
  domain: string;
  /** What `/Users` is appended to. */
  baseUrl: string;
  /** URN of the schema extension. */
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

/** The attribute in paths and filters (RFC 7644 §3.10). */
export function attributePath({ extension, attribute }: Pick<ScimServer, 'extension' | 'attribute'>): string {
  return `${extension}:${attribute}`;
}

/** Filter for the users whose attribute is true. */
export function registeredFilter(server: Pick<ScimServer, 'extension' | 'attribute'>): string {
  return `${attributePath(server)} eq true`;
}
