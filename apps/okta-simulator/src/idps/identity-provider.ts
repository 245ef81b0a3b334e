export interface Endpoint {
  url?: string;
  binding?: string;
}

export interface IdpProtocol {
  type: 'OIDC';
  scopes: string[];
  issuer: { url: string };
  endpoints: { authorization: Endpoint; token: Endpoint; jwks: Endpoint; userInfo?: Endpoint; acs?: Endpoint };
  credentials: {
    client: {
      client_id: string;
      client_secret?: string;
      pkce_required?: boolean;
      token_endpoint_auth_method?: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
    };
  };
  algorithms?: { request?: { signature?: { algorithm?: string; scope?: 'REQUEST' | 'NONE' } } };
  settings?: { participateSlo?: boolean; sendApplicationContext?: boolean };
}

export interface IdpPolicy {
  accountLink: { action: 'AUTO' | 'DISABLED'; filter?: unknown };
  provisioning: { action: 'AUTO' | 'DISABLED'; [more: string]: unknown };
  trustClaims?: boolean;
  /** Milliseconds. */
  maxClockSkew?: number;
  subject: {
    userNameTemplate: { template: string };
    matchType: 'USERNAME' | 'EMAIL' | 'USERNAME_OR_EMAIL' | 'CUSTOM_ATTRIBUTE';
    matchAttribute?: string | null;
    filter?: string | null;
  };
}

/** What a caller of the Identity Providers API sends. */
export interface IdpSettings {
  readonly type: 'OIDC';
  readonly name: string;
  readonly issuerMode?: string;
  readonly protocol: IdpProtocol;
  readonly policy: IdpPolicy;
}

/** An OpenID Connect identity provider of the org. */
export interface IdentityProvider extends IdpSettings {
  readonly id: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: number;
  readonly lastUpdated: number;
}

/** The provider as the API returns it. The client secret is included, because Okta shows it to administrators. */
export function toIdpResource(idp: IdentityProvider, baseUrl: string): Record<string, unknown> {
  const href = `${baseUrl}/api/v1/idps/${idp.id}`;
  const authorize = `${baseUrl}/oauth2/v1/authorize?idp=${idp.id}&client_id={clientId}&response_type={responseType}&redirect_uri={redirectUri}`;
  return {
    id: idp.id,
    issuerMode: idp.issuerMode ?? 'DYNAMIC',
    name: idp.name,
    status: idp.status,
    created: new Date(idp.created).toISOString(),
    lastUpdated: new Date(idp.lastUpdated).toISOString(),
    protocol: idp.protocol,
    policy: idp.policy,
    type: idp.type,
    _links: {
      authorize: { href: authorize, templated: true, hints: { allow: ['GET'] } },
      clientRedirectUri: { href: callbackUrl(baseUrl), hints: { allow: ['POST'] } },
      users: { href: `${href}/users`, hints: { allow: ['GET'] } },
      [idp.status === 'ACTIVE' ? 'deactivate' : 'activate']: {
        href: `${href}/lifecycle/${idp.status === 'ACTIVE' ? 'deactivate' : 'activate'}`,
        hints: { allow: ['POST'] },
      },
    },
  };
}

/** The URL to which identity providers send the browser back. All identity providers of an org have the same URL. */
export function callbackUrl(baseUrl: string): string {
  return `${baseUrl}/oauth2/v1/authorize/callback`;
}
