import { webcrypto } from 'node:crypto';
import type { Configuration } from 'openid-client';
import { callbackUrl, type IdentityProvider } from '../idps/identity-provider.js';
import { isLoopback } from '../idps/is-loopback.js';
import type { OktaOrg } from '../org/okta-org.js';

/** Values that the response to an authorization request must match. */
export interface AuthorizationRequest {
  readonly idpId: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string | undefined;
  readonly maxAge: number | undefined;
}

/** Parameters that the caller of an authorization request chooses. */
export interface RequestOptions {
  loginHint?: string | undefined;
  prompt?: string | undefined;
  /** Seconds. */
  maxAge?: number | undefined;
  /** The application that the person wants to use. Sent if the provider is configured to receive it. */
  app: { name: string; instanceId: string };
}

/** Loads the library only when the first person signs in, because most tests do not need it. */
const library = (): Promise<typeof import('openid-client')> => import('openid-client');

/** Okta uses the endpoints that its administrator has entered. It does not read the discovery document. */
export async function configurationOf(org: OktaOrg, idp: IdentityProvider): Promise<Configuration> {
  const client = await library();
  const { issuer, endpoints, credentials } = idp.protocol;
  const { client_id: clientId, client_secret: secret, token_endpoint_auth_method: method } = credentials.client;
  const authentication =
    method === 'private_key_jwt'
      ? client.PrivateKeyJwt(await importedKey(org, idp))
      : method === 'client_secret_post'
        ? client.ClientSecretPost(secret)
        : client.ClientSecretBasic(secret);
  const server = {
    issuer: issuer.url,
    authorization_endpoint: endpoints.authorization.url ?? '',
    token_endpoint: endpoints.token.url ?? '',
    jwks_uri: endpoints.jwks.url ?? '',
  };
  const skew = { [client.clockTolerance]: (idp.policy.maxClockSkew ?? 0) / 1000 };
  const configuration = new client.Configuration(server, clientId, skew, authentication);
  client.enableNonRepudiationChecks(configuration);
  if (isLoopback(new URL(server.token_endpoint).hostname)) client.allowInsecureRequests(configuration);
  return configuration;
}

/** Creates the authorization URL, and the values that its response must match. */
export async function authorize(
  org: OktaOrg,
  idp: IdentityProvider,
  options: RequestOptions,
): Promise<{ url: URL; request: AuthorizationRequest }> {
  const client = await library();
  const verifier = idp.protocol.credentials.client.pkce_required ? client.randomPKCECodeVerifier() : undefined;
  const request = {
    idpId: idp.id,
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier,
    maxAge: options.maxAge,
  };
  const parameters: Record<string, string> = {
    redirect_uri: callbackUrl(org.baseUrl),
    scope: idp.protocol.scopes.join(' '),
    state: request.state,
    nonce: request.nonce,
    ...(options.loginHint ? { login_hint: options.loginHint } : {}),
    ...(options.prompt ? { prompt: options.prompt } : {}),
    ...(options.maxAge === undefined ? {} : { max_age: String(options.maxAge) }),
  };
  if (idp.protocol.settings?.sendApplicationContext) {
    parameters['app_name'] = options.app.name;
    parameters['app_instance_id'] = options.app.instanceId;
  }
  if (verifier) {
    parameters['code_challenge'] = await client.calculatePKCECodeChallenge(verifier);
    parameters['code_challenge_method'] = 'S256';
  }
  const sent = (await signedRequest(org, idp, parameters)) ?? parameters;
  return { url: client.buildAuthorizationUrl(await configurationOf(org, idp), sent), request };
}

/**
 * Exchanges the code of a callback, and makes every check of OpenID Connect Core §3.1.3.7. @returns the claims of the
 * ID token
 */
export async function exchange(
  configuration: Configuration,
  callback: URL,
  { state, nonce, verifier, maxAge }: AuthorizationRequest,
): Promise<Record<string, unknown> & { sub: string }> {
  const client = await library();
  const tokens = await client.authorizationCodeGrant(configuration, callback, {
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    ...(verifier === undefined ? {} : { pkceCodeVerifier: verifier }),
    ...(maxAge === undefined ? {} : { maxAge }),
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('The answer holds no ID token');
  return claims;
}

/**
 * Puts the parameters into a request object (OpenID Connect Core §6.1) if the provider is configured to receive signed
 * requests.
 */
async function signedRequest(
  org: OktaOrg,
  idp: IdentityProvider,
  parameters: Record<string, string>,
): Promise<Record<string, string> | undefined> {
  const { algorithm: alg, scope } = idp.protocol.algorithms?.request?.signature ?? {};
  if (!alg || scope === 'NONE') return undefined;
  const { SignJWT } = await import('jose');
  const { client_id: clientId, client_secret: secret = '' } = idp.protocol.credentials.client;
  const { privateKey, publicJwk } = org.idps.signingKey(idp.id);
  const symmetric = alg.startsWith('HS');
  const request = await new SignJWT({ ...parameters, client_id: clientId, response_type: 'code' })
    .setProtectedHeader(symmetric ? { alg } : { alg, kid: String(publicJwk['kid']) })
    .setIssuer(clientId)
    .setAudience(idp.protocol.issuer.url)
    .setIssuedAt(Math.floor(org.now() / 1000))
    .setExpirationTime(Math.floor(org.now() / 1000) + 300)
    .sign(symmetric ? Buffer.from(secret) : privateKey);
  return { scope: parameters['scope'] ?? 'openid', request };
}

async function importedKey(org: OktaOrg, idp: IdentityProvider): Promise<{ key: webcrypto.CryptoKey; kid: string }> {
  const { privateKey, publicJwk } = org.idps.signingKey(idp.id);
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  return { key, kid: String(publicJwk['kid']) };
}
