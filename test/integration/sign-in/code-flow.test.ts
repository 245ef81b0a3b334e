import * as oidc from 'openid-client';
import { Browser } from './browser.js';
import type { RelyingParty } from './relying-party.js';
import { type Client, type Person, REDIRECT_URI, type SignInApp } from './sign-in-app.js';
import { startSignedUp } from './signed-up.js';

let on: SignInApp;
let client: Client;
let ada: Person;
let party: RelyingParty;

beforeAll(async () => {
  ({ on, client, ada, party } = await startSignedUp());
});
afterAll(() => on?.stop());

test('a person signs in with a passkey and the client receives their claims', async () => {
  const { url, checks } = party.request();
  const callback = await new Browser().signIn(url, ada.device);
  expect(callback.href).toMatch(REDIRECT_URI);
  const tokens = await party.tokens(callback, checks);
  expect(tokens.claims()).toEqual({
    iss: client.issuer,
    sub: ada.id,
    aud: client.clientId,
    iat: expect.any(Number),
    exp: expect.any(Number),
    nonce: checks.expectedNonce,
    auth_time: expect.any(Number),
    acr: 'phr',
    amr: ['mfa', 'user', 'pop', 'phr'],
    email: 'ada@mail.example',
    name: 'ada lovelace',
    given_name: 'ada',
    family_name: 'lovelace',
    preferred_username: 'ada.lovelace@acme.example',
  });
  const userinfo = await oidc.fetchUserInfo(party.config, tokens.access_token, ada.id);
  expect(userinfo).toMatchObject({ sub: ada.id, preferred_username: ada.userName, email: 'ada@mail.example' });
});
