import { Browser } from './browser.js';
import { SignInApp } from './sign-in-app.js';

/** The host of PUBLIC_URL before it changed. The passkeys are bound to this host. */
const OLD_HOST = 'login.acme.example';

let moved: SignInApp;
let unmoved: SignInApp;

beforeAll(async () => {
  moved = await SignInApp.start(undefined, { PASSKEY_HOST: OLD_HOST });
  unmoved = await SignInApp.start();
});
afterAll(async () => {
  await moved?.stop();
  await unmoved?.stop();
});

test('the old host allows browsers to use its passkeys at PUBLIC_URL', async () => {
  const answer = await fetch(`${moved.url}/.well-known/webauthn`, { headers: { host: OLD_HOST } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await answer.json()).toEqual({ origins: [moved.url] });
});

test('without PASSKEY_HOST nothing is served there', async () => {
  expect((await fetch(`${unmoved.url}/.well-known/webauthn`)).status).toBe(404);
});

test('a passkey of the old host signs in at PUBLIC_URL, and one of the new host does not', async () => {
  const caller = await moved.tenant();
  const { integrationId, issuer, clientId } = await moved.client(caller);
  const url = new URL(`${issuer}/auth`);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: 'https://acme.okta.com/oauth2/v1/authorize/callback',
  }).toString();
  const ada = await moved.person(caller, integrationId, 'ada@acme.example');
  const browser = new Browser();
  const callback = await browser.signIn(url, ada.device);
  expect(callback.searchParams.get('code')).toBeTruthy();

  const page = await browser.open(url);
  ada.traits.rpId = new URL(moved.url).hostname;
  expect(await browser.present(page, ada.device)).toMatchObject({ status: 403, body: { error: 'NOT_VERIFIED' } });
});
