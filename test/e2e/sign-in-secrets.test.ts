import { eventually, startServer, type TestServer } from '../support/index.js';
import { SoftwareAuthenticator } from '../integration/passkeys/software-authenticator.js';
import { Browser } from '../integration/sign-in/browser.js';
import { RelyingParty } from '../integration/sign-in/relying-party.js';
import { REDIRECT_URI } from '../integration/sign-in/sign-in-app.js';
import { AdminApi } from './admin-api.js';
import { TraceCollector } from './trace-collector.js';

const collector = new TraceCollector();
let server: TestServer;
let admin: AdminApi;

beforeAll(async () => {
  const endpoint = await collector.start();
  server = await startServer({
    LOG_LEVEL: 'trace',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  admin = new AdminApi(server.url, server.adminToken);
});
afterAll(async () => {
  await server?.stop();
  await collector.stop();
});

/** Creates an integration with sign-in and one person. */
async function setUp() {
  const { id: integrationId, scimUrl } = await admin.createIntegration('Okta');
  const { signIn, clientSecret } = await admin.ask<{
    signIn: { issuer: string; clientId: string };
    clientSecret: string;
  }>(
    'mutation ($input: EnableSignInInput!) { enableSignIn(input: $input) { signIn { issuer clientId } clientSecret } }',
    { input: { integrationId, redirectUris: [REDIRECT_URI] } },
  );
  const { token } = await admin.generateBearerToken(integrationId);
  const made = await fetch(`${scimUrl}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'ada.secret@acme.example',
    }),
  });
  const { id: identityId } = (await made.json()) as { id: string };
  return { party: await RelyingParty.discover({ integrationId, ...signIn, clientSecret }), identityId, clientSecret };
}

async function bind(browser: Browser, identityId: string): Promise<SoftwareAuthenticator> {
  const device = new SoftwareAuthenticator({ origin: server.url });
  const { url } = await admin.ask<{ url: string }>(
    'mutation ($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url } }',
    { input: { identityId } },
  );
  const { body } = await browser.post(`${url}/options`, {});
  await browser.post(`${url}/verify`, { response: device.create(body as never) });
  return device;
}

test('no code, token, secret, cookie, flow or login of a sign-in is in a log line or a trace', async () => {
  const { party, identityId, clientSecret } = await setUp();
  const browser = new Browser();
  const device = await bind(browser, identityId);
  const { url, checks } = party.request({ login_hint: 'ada.secret@acme.example' });
  const page = await browser.open(url);
  const { body } = await browser.present(page, device);
  const callback = new URL(await browser.open(body.location ?? ''));
  const exchanged = await party.exchange(callback);
  const { access_token: accessToken = '', id_token: idToken = '' } = exchanged.body;
  await fetch(`${party.client.issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } });

  // A refused request must not expose secrets either.
  await browser.post(`${page}/verify`, { response: {} });
  await browser.get(page);
  await party.exchange(callback, {}, `${clientSecret}x`);
  await fetch(`${party.client.issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } });
  await fetch(`${party.client.issuer}/me?access_token=${accessToken}`);

  await eventually(() => {
    const names = JSON.stringify(collector.spans);
    expect(names).toContain('/sign-in/:integrationId/:uid/verify');
    expect(names).toContain(`${new URL(party.client.issuer).pathname}/token`);
  });
  const secrets = {
    code: callback.searchParams.get('code') ?? '',
    accessToken,
    idToken,
    clientSecret,
    flow: page.split('/').at(-1) ?? '',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    cookie: browser.cookieOf('rollcall_sign_in.sig'),
    login: 'ada.secret',
  };
  expect(Object.entries(secrets).filter(([, secret]) => secret.length < 8)).toEqual([]);
  const spoken = (text: string) =>
    Object.entries(secrets).flatMap(([name, secret]) =>
      [secret, encodeURIComponent(secret)].some((form) => text.includes(form)) ? [name] : [],
    );
  expect(spoken(JSON.stringify(collector.spans))).toEqual([]);
  await server.stop();
  expect(server.printed).toContain('Nest application successfully started');
  expect(spoken(server.printed)).toEqual([]);
});
