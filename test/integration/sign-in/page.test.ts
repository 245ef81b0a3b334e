import type { Caller } from '@rollcall/platform';
import { RegistrationRechecks } from '@rollcall/sign-in';
import { Browser } from './browser.js';
import { recordedStatements } from '../../support/recorded-statements.js';
import { RelyingParty } from './relying-party.js';
import { type Client, SignInApp } from './sign-in-app.js';

let on: SignInApp;
let caller: Caller;
let client: Client;
let party: RelyingParty;

beforeAll(async () => {
  on = await SignInApp.start();
  caller = await on.tenant('Acme & Sons');
  client = await on.client(caller);
  party = await RelyingParty.discover(client);
});
afterAll(() => on?.stop());

/** Statements that a timer of the server may send at any time. */
const HOUSEKEEPING = /^\s*delete from/;

/** The page for a login hint. The hint and the nonce are removed, because they always differ. */
async function pageFor(hint: string): Promise<string> {
  const browser = new Browser();
  const answer = await browser.get(await browser.open(party.request({ login_hint: hint }).url));
  const nonce = /'nonce-([\w-]+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
  expect(nonce).toHaveLength(22);
  return (await answer.text()).replaceAll(nonce, 'NONCE').replaceAll(hint, 'HINT');
}

test('the page is the same whether the named person exists, is unknown, or is deactivated', async () => {
  const ada = await on.person(caller, client.integrationId, 'ada@acme.example');
  const eve = await on.person(caller, client.integrationId, 'eve@acme.example');
  await on.identities.setActive(caller, client.integrationId, eve.id, false);
  const [known, unknown, inactive] = await Promise.all(
    [ada.userName, 'nobody@acme.example', eve.userName].map((hint) => pageFor(hint)),
  );
  expect(known).toContain('HINT');
  expect(unknown).toBe(known);
  expect(inactive).toBe(known);
});

test('the same statements are executed for a person who exists and for one who does not', async () => {
  const lin = await on.person(caller, client.integrationId, 'lin@acme.example');
  const statementsFor = (hint: string) =>
    recordedStatements(async () => {
      await pageFor(hint);
      await on.app.get(RegistrationRechecks, { strict: false }).settled();
    }).then((all) => all.filter((text) => !HOUSEKEEPING.test(text)));
  // The first request fills the caches.
  await pageFor('first@acme.example');
  const known = await statementsFor(lin.userName);
  expect(known.length).toBeGreaterThan(2);
  expect(await statementsFor('nobody@acme.example')).toEqual(known);
});

test('the page does not wait for the re-check that only people without a usable passkey cause', async () => {
  const kim = await on.person(caller, client.integrationId, 'kim@acme.example');
  await on.passkeys.revokePasskey(caller, kim.passkeyId);
  const page = on.database.transaction(async (tx) => {
    await tx.execute('select 1 from registrations where identity_id = $1 for update', [kim.id]);
    return pageFor(kim.userName);
  });
  expect(await page).toContain('HINT');
  await on.app.get(RegistrationRechecks, { strict: false }).settled();
});

test('the challenge names no passkey, so that it says nothing about the person', async () => {
  await on.person(caller, client.integrationId, 'grace@acme.example');
  const browser = new Browser();
  const page = await browser.open(party.request({ login_hint: 'grace@acme.example' }).url);
  const { body } = await browser.post(`${page}/options`, {});
  expect(body).toMatchObject({ rpId: 'localhost', userVerification: 'required', challenge: expect.any(String) });
  expect(body['allowCredentials'] ?? []).toEqual([]);
});

test('a name from Okta is shown as text, not as HTML', async () => {
  const page = await pageFor('<script>alert(1)</script>');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('Acme &amp; Sons');
});

test('only scripts with the nonce run, and the page is kept out of caches, frames and referrers', async () => {
  const browser = new Browser();
  const { headers } = await browser.get(await browser.open(party.request().url));
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'nonce-[\w-]+';/);
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`frame-ancestors 'none'`);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('permissions-policy')).toBe('publickey-credentials-get=(self)');
});

test('its files are served at the URLs in the page, and cached for a year', async () => {
  const browser = new Browser();
  const text = await (await browser.get(await browser.open(party.request().url))).text();
  const files = [...text.matchAll(/(?:src|href)="(\/sign-in\/assets\/[^"]+)"/g)].map(([, url]) => url!);
  expect(files).toHaveLength(3);
  for (const url of files) {
    const answer = await fetch(on.url + url);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, expect.stringContaining('immutable')]);
  }
  expect((await fetch(`${on.url}/sign-in/assets/constructor`)).status).toBe(404);
});

test('at the address of an unknown flow or integration, the page says that the sign-in has ended', async () => {
  for (const path of [`${client.integrationId}/nothing`, `${caller.tenantId}/nothing`, 'nothing/nothing']) {
    const answer = await new Browser().get(`${on.url}/sign-in/${path}`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).not.toContain('acme.okta.com');
  }
  for (const path of [caller.tenantId, 'nothing', '..%2f', `${client.integrationId}/nothing`]) {
    expect((await fetch(`${on.url}/oidc/${path}`)).status).toBe(404);
  }
});

test("the provider's URLs do not depend on the Host header", async () => {
  const answer = await on.app.inject({
    method: 'GET',
    url: `/oidc/${client.integrationId}/.well-known/openid-configuration`,
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  });
  expect(answer.body).not.toContain('evil.example');
  expect(JSON.parse(answer.body)).toMatchObject({ token_endpoint: `${client.issuer}/token` });
});
