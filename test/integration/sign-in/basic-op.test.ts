import type { Caller } from '@rollcall/platform';
import { SignJWT, UnsecuredJWT } from 'jose';
import * as oidc from 'openid-client';
import { Browser } from './browser.js';
import { RelyingParty } from './relying-party.js';
import { type Client, type Person, REDIRECT_URI, type SignInApp } from './sign-in-app.js';
import { startSignedUp } from './signed-up.js';

/**
 * Those cases of the OpenID conformance suite's Basic OP plan that apply, with the suite's names. The case
 * oidcc-prompt-none-logged-in cannot apply: Rollcall ignores earlier sign-ins, so `prompt=none` is always answered with
 * login_required.
 */
let on: SignInApp;
let caller: Caller;
let client: Client;
let ada: Person;
let party: RelyingParty;

beforeAll(async () => {
  ({ on, caller, client, ada, party } = await startSignedUp());
});
afterAll(() => on?.stop());

const signIn = (parameters: Record<string, string> = {}) => party.signIn(new Browser(), ada.device, parameters);
const claims = async (parameters: Record<string, string> = {}) => (await signIn(parameters)).claims()!;
/**
 * Sends a request that shows no page, because it is answered with a redirect. @returns the parameters of the redirect
 */
const errorOf = async (parameters: Record<string, string>): Promise<URLSearchParams> =>
  new URL(await new Browser().open(party.request(parameters).url)).searchParams;

test('oidcc-server', async () => {
  const { iss, aud, sub, auth_time: authTime, exp, iat } = await claims();
  expect({ iss, aud, sub }).toEqual({ iss: client.issuer, aud: client.clientId, sub: ada.id });
  expect(iat).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
  expect(authTime).toBeLessThanOrEqual(iat);
  expect(exp - iat).toBe(600);
});

test('oidcc-discovery-endpoint-verification', () => {
  expect(party.config.serverMetadata()).toMatchObject({
    issuer: client.issuer,
    authorization_endpoint: `${client.issuer}/auth`,
    token_endpoint: `${client.issuer}/token`,
    jwks_uri: `${client.issuer}/jwks`,
    userinfo_endpoint: `${client.issuer}/me`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    request_parameter_supported: true,
    claims_parameter_supported: true,
    acr_values_supported: ['phr'],
  });
  expect(party.config.serverMetadata().end_session_endpoint).toBeUndefined();
});

test('oidcc-response-type-missing', async () => {
  const { url } = party.request();
  url.searchParams.delete('response_type');
  const answer = new URL(await new Browser().open(url)).searchParams;
  expect(answer.get('error')).toBe('invalid_request');
});

test.each([
  ['oidcc-userinfo-get', 'GET', true],
  ['oidcc-userinfo-post-header', 'POST', true],
  ['oidcc-userinfo-post-body', 'POST', false],
])('%s', async (_name, method, header) => {
  const { access_token: token } = await signIn();
  const answer = await fetch(`${client.issuer}/me`, {
    method,
    headers: {
      ...(header && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(!header && { body: new URLSearchParams({ access_token: token }).toString() }),
  });
  expect(await answer.json()).toMatchObject({ sub: ada.id, preferred_username: ada.userName });
});

test('oidcc-ensure-request-without-nonce-succeeds-for-code-flow', async () => {
  const { url, checks } = party.request();
  url.searchParams.delete('nonce');
  const callback = await new Browser().signIn(url, ada.device);
  const tokens = await oidc.authorizationCodeGrant(party.config, callback, { expectedState: checks.expectedState });
  expect(tokens.claims()).not.toHaveProperty('nonce');
});

test.each([
  ['oidcc-scope-profile', 'openid profile'],
  ['oidcc-scope-email', 'openid email'],
  ['oidcc-scope-all', 'openid profile email address phone'],
  ['oidcc-ensure-other-scope-order-succeeds', 'email openid'],
  ['the scope openid alone, with every claim', 'openid'],
])('%s', async (_name, scope) => {
  expect(await claims({ scope })).toMatchObject({ email: 'ada@mail.example', preferred_username: ada.userName });
});

test.each([
  ['oidcc-display-page', { display: 'page' }],
  ['oidcc-display-popup', { display: 'popup' }],
  ['oidcc-ui-locales', { ui_locales: 'se' }],
  ['oidcc-claims-locales', { claims_locales: 'se' }],
  ['oidcc-ensure-request-with-unknown-parameter-succeeds', { extra: 'foobar' }],
  ['oidcc-ensure-request-with-acr-values-succeeds', { acr_values: '1 2 phr' }],
  ['oidcc-login-hint', { login_hint: 'ada.lovelace@acme.example' }],
  ['oidcc-max-age-10000', { max_age: '10000' }],
])('%s', async (_name, parameters) => {
  expect(await claims(parameters as unknown as Record<string, string>)).toMatchObject({ sub: ada.id, acr: 'phr' });
});

test.each([
  ['oidcc-prompt-login', { prompt: 'login' }],
  ['oidcc-max-age-1', { max_age: '1' }],
  ['a second sign-in without either', {}],
])('%s asks for the passkey again', async (_name, parameters) => {
  const browser = new Browser();
  await party.signIn(browser, ada.device);
  const page = await browser.open(party.request(parameters as unknown as Record<string, string>).url);
  expect(page).toContain('/sign-in/');
});

test('oidcc-prompt-none-not-logged-in, and after a sign-in as well', async () => {
  const browser = new Browser();
  const ask = async () => {
    const { url, checks } = party.request({ prompt: 'none' });
    const answer = new URL(await browser.open(url)).searchParams;
    expect(answer.get('state')).toBe(checks.expectedState);
    expect(answer.get('iss')).toBe(client.issuer);
    return answer.get('error');
  };
  expect(await ask()).toBe('login_required');
  await party.signIn(browser, ada.device);
  expect(await ask()).toBe('login_required');
});

test('oidcc-id-token-hint', async () => {
  const { id_token: hint = '' } = await signIn();
  expect(await claims({ id_token_hint: hint })).toMatchObject({ sub: ada.id });
});

test('oidcc-codereuse', async () => {
  const callback = await new Browser().signIn(party.request().url, ada.device);
  expect((await party.exchange(callback)).status).toBe(200);
  expect(await party.exchange(callback)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('oidcc-ensure-registered-redirect-uri', async () => {
  const answer = await new Browser().get(party.request({ redirect_uri: 'https://evil.example/callback' }).url.href);
  expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  expect(answer.headers.get('content-security-policy')).toContain(`script-src 'none'`);
  expect(await answer.text()).toContain('a redirect URI that is not registered');
});

test('oidcc-ensure-post-request-succeeds', async () => {
  const { url, checks } = party.request();
  const browser = new Browser();
  const { headers } = await browser.form(url.origin + url.pathname, Object.fromEntries(url.searchParams));
  const page = new URL(headers.get('location') ?? '', url).href;
  const { body } = await browser.present(page, ada.device);
  const callback = new URL(await browser.open(body.location ?? ''));
  expect((await party.tokens(callback, checks)).claims()).toMatchObject({ sub: ada.id });
});

test('oidcc-server-client-secret-post', async () => {
  const post = await RelyingParty.discover(client, oidc.ClientSecretPost(client.clientSecret));
  expect((await post.signIn(new Browser(), ada.device)).claims()).toMatchObject({ sub: ada.id });
});

test('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported', async () => {
  const request = new UnsecuredJWT({ redirect_uri: REDIRECT_URI, scope: 'openid' }).encode();
  expect((await errorOf({ request })).get('error')).toBe('invalid_request_object');
});

test('oidcc-ensure-request-object-with-redirect-uri: a request signed with the client secret', async () => {
  const { url, checks } = party.request();
  const request = await new SignJWT(Object.fromEntries(url.searchParams))
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(client.clientId)
    .setAudience(client.issuer)
    .setExpirationTime('5m')
    .sign(Buffer.from(client.clientSecret));
  const callback = await new Browser().signIn(party.signedUrl(request), ada.device);
  expect((await party.tokens(callback, checks)).claims()).toMatchObject({ sub: ada.id });
});

test('oidcc-claims-essential', async () => {
  const { access_token: token } = await signIn({ claims: JSON.stringify({ userinfo: { name: { essential: true } } }) });
  expect(await oidc.fetchUserInfo(party.config, token, ada.id)).toMatchObject({ name: 'ada lovelace' });
});

test('oidcc-refresh-token: none is issued', async () => {
  expect(await signIn({ scope: 'openid offline_access' })).not.toHaveProperty('refresh_token');
});

test('oidcc-ensure-request-with-valid-pkce-succeeds', async () => {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const { url, checks } = party.request({
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const callback = await new Browser().signIn(url, ada.device);
  const tokens = await party.tokens(callback, { ...checks, pkceCodeVerifier });
  expect(tokens.claims()).toMatchObject({ sub: ada.id });
});

test("Okta's application context comes back in the ID token", async () => {
  expect(await claims({ app_name: 'salesforce', app_instance_id: '0oa1' })).toMatchObject({
    app_name: 'salesforce',
    app_instance_id: '0oa1',
  });
});

test('a synced passkey is never called device-bound', async () => {
  const synced = await on.person(caller, client.integrationId, 'synced@acme.example', { synced: true });
  const tokens = await party.signIn(new Browser(), synced.device);
  expect(tokens.claims()).toMatchObject({ amr: ['mfa', 'user'], acr: 'phr' });
});

test('claims that are not known are left out', async () => {
  const { id } = await on.identities.create(caller, client.integrationId, {
    userName: 'plain',
    externalId: null,
    displayName: null,
    email: null,
    active: true,
    profile: {},
  });
  await on.bind(caller, id, ada.device);
  const plain = (await party.signIn(new Browser(), ada.device)).claims()!;
  expect(plain).toMatchObject({ sub: id, preferred_username: 'plain' });
  for (const claim of ['email', 'name', 'given_name', 'family_name']) expect(plain).not.toHaveProperty(claim);
});

test('an answer by form post may go to the redirect URI and nowhere else', async () => {
  const browser = new Browser();
  const page = await browser.open(party.request({ response_mode: 'form_post' }).url);
  const { body } = await browser.present(page, ada.device);
  const answer = await browser.get(body.location ?? '');
  expect(answer.headers.get('content-security-policy')).toMatch(
    /script-src 'self' 'sha256-.*form-action https:\/\/acme\.okta\.com;/,
  );
  expect(await answer.text()).toContain(`action="${REDIRECT_URI}"`);
});
