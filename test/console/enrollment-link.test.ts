import type { Browser } from 'playwright-core';
import { allPushed, connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { addAuthenticator, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';
import { readQrCode } from './qr-reader.js';

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;
let visit: ConsoleVisit;
let identityId: string;

beforeAll(async () => {
  server = await startServer();
  org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  const logins = org.okta.addPeople(1).map(({ profile }) => String(profile['login']));
  await allPushed(org.app, 'assign', logins);
  identityId = String((await org.admin.identities(org.integrationId))[0]?.id);
  browser = await launchBrowser();
  visit = await ConsoleVisit.start(browser, server, { colorScheme: 'dark' });
  await visit.signIn();
});
beforeEach(() => visit.arrive(`/directory/identities/${identityId}`, /Person/));
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

const code = () => visit.page.getByRole('img', { name: 'Enrollment link as a QR code' });

test('a link is shown once, with a QR code that phones can read in the dark scheme too', async () => {
  await visit.press('Create enrollment link');
  await code().waitFor();
  const url = await visit.value('Enrollment link');
  expect(await readQrCode(code())).toBe(url);
  await visit.says(/Expires in [67] days \(/);
  expect(await code().locator('rect').getAttribute('fill')).toBe('#fff');
  const box = await code().boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(180);

  await visit.page.reload();
  await visit.says('A link is open');
  await visit.says(/cannot be viewed again: if it was not sent, create another/);
  expect(await visit.page.content()).not.toContain(url);
  expect(await code().count()).toBe(0);
});

test('a revoked link says so when it is opened', async () => {
  await visit.press('Create another link');
  await code().waitFor();
  const url = await visit.value('Enrollment link');
  const person = await visit.context.newPage();
  await addAuthenticator(person);
  await person.goto(url);
  await visit.press('Cancel link');
  await visit.page.getByRole('dialog').getByRole('button', { name: 'Cancel link' }).click();
  await visit.says('Enrollment link revoked.');
  await code().waitFor({ state: 'detached' });

  await person.getByRole('button', { name: 'Create passkey' }).click();
  await person.getByRole('heading', { name: 'This link was revoked' }).waitFor();
  await person.reload();
  await person.getByRole('heading', { name: 'This link was revoked' }).waitFor();
  await person.close();
});

test('a link that is used disappears by itself', async () => {
  await visit.press('Create enrollment link');
  await code().waitFor();
  const person = await visit.context.newPage();
  await addAuthenticator(person);
  await person.goto(await visit.value('Enrollment link'));
  await person.getByRole('button', { name: 'Create passkey' }).click();
  await person.getByRole('heading', { name: 'Your passkey is ready' }).waitFor();
  await person.close();
  await code().waitFor({ state: 'detached' });
  await visit.says('Has a passkey, and Okta knows');
  const history = visit.page.getByRole('table', { name: 'Registration history' }).getByRole('row');
  await history.getByText('Okta has true').waitFor();
  expect(await history.allInnerTexts()).toEqual([
    expect.stringContaining('What'),
    expect.stringContaining('Okta has true'),
    expect.stringContaining('To be registered'),
  ]);
  expect(visit.complaints).toEqual([]);
});

test.each([
  ['VIEWER', 0],
  ['OPERATOR', 1],
  ['ADMIN', 1],
  ['OWNER', 1],
])('%s sees the history, and is offered links and revocation as the role allows', async (role, offers) => {
  const { token } = await org.admin.createAdminToken(`The ${role}`, role);
  const other = await ConsoleVisit.start(browser, server);
  await other.signIn(token);
  await other.arrive(`/directory/identities/${identityId}`, /Person/);
  await other.says('Okta has true');
  const buttons = (name: RegExp) => other.page.getByRole('button', { name }).count();
  expect([await buttons(/^Create enrollment link/), await buttons(/^Revoke/)]).toEqual([offers, offers]);
  await other.end();
});
