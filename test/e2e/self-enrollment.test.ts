import { eventually, startServer, type TestServer } from '../support/index.js';
import { SoftwareAuthenticator } from '../integration/passkeys/software-authenticator.js';
import { Browser } from '../integration/sign-in/browser.js';
import { allPushed, connectOrg, type ConnectedOrg } from './connected-org.js';
import { TraceCollector } from './trace-collector.js';

const LOGIN = 'ada.secret@acme.example';
const CONFIGURE =
  'mutation ($input: ConfigureSelfEnrollmentInput!) { configureSelfEnrollment(input: $input) { redirectUri url } }';

const collector = new TraceCollector();
let server: TestServer;
let org: ConnectedOrg;

beforeAll(async () => {
  const endpoint = await collector.start();
  server = await startServer({
    LOG_LEVEL: 'trace',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  org = await connectOrg(server, 'Okta', { dialect: 'catalog' });
});
afterAll(async () => {
  await server?.stop();
  await org?.okta.stop();
  await collector.stop();
});

/** Registers the application in Okta, and configures it in Rollcall. @returns the client secret */
async function setUp(): Promise<string> {
  const { clientId, clientSecret } = org.okta.org.webApps.register({ redirectUris: [`${server.url}/enroll/callback`] });
  await org.admin.ask(CONFIGURE, { input: { integrationId: org.integrationId, clientId, clientSecret } });
  org.okta.addPerson(LOGIN);
  await allPushed(org.app, 'assign', [LOGIN]);
  return clientSecret;
}

/** Signs in at Okta. @returns the authorization request and the callback */
async function throughOkta(browser: Browser): Promise<{ request: URL; callback: URL }> {
  const request = await browser.open(`${server.url}/enroll/start?integration=${org.integrationId}`);
  await browser.open(request);
  const signedIn = await browser.open(`${org.okta.url}/signin/password?login=${LOGIN}`);
  return { request: new URL(request), callback: new URL(await browser.open(signedIn)) };
}

test('a person of Okta enrolls without a link and is registered; no secret of it is in a log line or a trace', async () => {
  const clientSecret = await setUp();
  const browser = new Browser();
  const { request, callback } = await throughOkta(browser);
  const cookie = browser.cookieOf('rollcall_enroll');
  const link = await browser.open(callback);
  const { body } = await browser.post(`${link}/options`, {});
  const device = new SoftwareAuthenticator({ origin: server.url });
  expect(await browser.post(`${link}/verify`, { response: device.create(body as never) })).toMatchObject({
    status: 200,
  });
  await eventually(() => expect(org.okta.trueSet()).toEqual([LOGIN]));

  // A refused request must not expose secrets either.
  await browser.get(callback.href);
  const other = await throughOkta(new Browser());
  await browser.get(other.callback.href);
  const failing = new Browser();
  const { callback: forged } = await throughOkta(failing);
  forged.searchParams.set('code', 'made-up-code');
  await failing.get(forged.href);

  await eventually(() => expect(JSON.stringify(collector.spans)).toContain('/enroll/callback'));
  const secrets = {
    clientSecret,
    cookie,
    code: callback.searchParams.get('code') ?? '',
    unusedCode: other.callback.searchParams.get('code') ?? '',
    forgedCode: 'made-up-code',
    state: request.searchParams.get('state') ?? '',
    nonce: request.searchParams.get('nonce') ?? '',
    link: link.split('/').at(-1) ?? '',
    login: 'ada.secret',
  };
  expect(Object.entries(secrets).filter(([, secret]) => secret.length < 8)).toEqual([]);
  const spoken = (text: string) =>
    Object.entries(secrets).flatMap(([name, secret]) =>
      [secret, encodeURIComponent(secret)].some((form) => text.includes(form)) ? [name] : [],
    );
  expect(spoken(JSON.stringify(collector.spans))).toEqual([]);
  await server.stop();
  expect(server.printed).toContain('a sign-in at Okta before an enrollment failed');
  expect(spoken(server.printed)).toEqual([]);
});
