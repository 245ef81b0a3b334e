import type { JsonWebKey } from 'node:crypto';
import type {
  Account,
  AdapterFactory,
  ClientMetadata,
  Configuration,
  interactionPolicy,
  KoaContextWithOIDC,
} from 'oidc-provider';
import { PHISHING_RESISTANT } from '../people/authentication-methods.js';
import { APP_CLAIMS, PROFILE_CLAIMS } from '../people/claims.js';
import type { SignInSettings } from '../settings/sign-in-settings.js';

/** In seconds. */
export const INTERACTION_TTL = 15 * 60;
const CODE_TTL = 60;
const TOKEN_TTL = 10 * 60;

const HMAC = ['HS256', 'HS384', 'HS512'] as const;
const RSA_AND_EC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] as const;

export interface ProviderParts {
  settings: SignInSettings;
  /** The client secrets, newest first. Where the library supports only one, the first is used. */
  secrets: readonly string[];
  /** The private keys. The signing key is the first. */
  jwks: JsonWebKey[];
  cookieKeys: string[];
  /** The path to which the issuer's cookies are limited. */
  issuerPath: string;
  secure: boolean;
  adapter: AdapterFactory;
  policy: typeof interactionPolicy;
  pageUrl(uid: string): string;
  findAccount(context: KoaContextWithOIDC, sub: string, token: object | undefined): Promise<Account | undefined>;
  makeGrant(context: KoaContextWithOIDC): Promise<unknown>;
  renderError(context: KoaContextWithOIDC, out: { error: string; error_description?: string | undefined }): void;
}

/**
 * The OpenID library's configuration for one integration: the code flow, one client, and a passkey at every sign-in.
 */
export function providerConfiguration(parts: ProviderParts): Configuration {
  const { cookieKeys, issuerPath, secure } = parts;
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, secure } as const;
  return {
    adapter: parts.adapter,
    clients: [clientOf(parts)],
    jwks: { keys: parts.jwks } as NonNullable<Configuration['jwks']>,
    cookies: {
      keys: cookieKeys,
      names: {
        interaction: 'rollcall_sign_in',
        resume: 'rollcall_sign_in_resume',
        session: 'rollcall_sign_in_session',
      },
      short: cookie,
      // The session cookie is never read. It must still be a cross-site cookie, because otherwise the library refuses
      // POST requests.
      long: { ...cookie, sameSite: 'none', path: issuerPath },
    },
    // Clients may use GET and POST (OpenID Connect Core §3.1.2.1).
    enableHttpPostMethods: true,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    pkce: { required: () => false },
    scopes: ['openid', 'profile', 'email'],
    claims: {
      openid: ['sub', 'auth_time', 'amr', 'acr', 'email', ...PROFILE_CLAIMS, ...APP_CLAIMS],
      profile: [...PROFILE_CLAIMS],
      email: ['email'],
    },
    // Okta does not call the UserInfo endpoint, so the claims must be in the ID token.
    conformIdTokenClaims: false,
    acrValues: [PHISHING_RESISTANT],
    extraParams: ['app_name', 'app_instance_id'],
    allowOmittingSingleRegisteredRedirectUri: false,
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256'],
      requestObjectSigningAlgValues: [...HMAC, ...RSA_AND_EC],
      clientAuthSigningAlgValues: [...RSA_AND_EC],
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      claimsParameter: { enabled: true },
      requestObjects: { enabled: true },
      userinfo: { enabled: true },
    },
    ttl: {
      Interaction: INTERACTION_TTL,
      AuthorizationCode: CODE_TTL,
      AccessToken: TOKEN_TTL,
      IdToken: TOKEN_TTL,
      Session: INTERACTION_TTL,
      Grant: INTERACTION_TTL,
    },
    expiresWithSession: () => false,
    clientBasedCORS: () => false,
    interactions: {
      policy: alwaysAsk(parts.policy),
      url: (_context, { uid }) => parts.pageUrl(uid),
    },
    findAccount: (context, sub, token) => parts.findAccount(context, sub, token),
    loadExistingGrant: (context) => parts.makeGrant(context) as never,
    renderError: (context, out) => parts.renderError(context, out),
    discovery: { service_documentation: undefined, claims_parameter_supported: true },
  };
}

function clientOf({ settings, secrets }: ProviderParts): ClientMetadata {
  const { clientId, redirectUris, clientJwks } = settings;
  return {
    client_id: clientId,
    client_secret: secrets[0],
    redirect_uris: redirectUris,
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: clientJwks ? 'private_key_jwt' : 'client_secret_basic',
    id_token_signed_response_alg: 'RS256',
    ...(clientJwks && { jwks: clientJwks as NonNullable<ClientMetadata['jwks']> }),
  };
}

/** Ignores earlier sign-ins. The login prompt is complete only when a passkey was used for this request. */
function alwaysAsk({ base, Check }: typeof interactionPolicy): interactionPolicy.Prompt[] {
  const policy = base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new Check('passkey', 'The person must use their passkey', 'login_required', ({ oidc }) =>
        oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}
