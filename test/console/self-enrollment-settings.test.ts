import type { Browser } from 'playwright-core';
import { connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';
import { flawsInEveryView } from './page-views.js';

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;
let visit: ConsoleVisit;

beforeAll(async () => {
  server = await startServer();
  org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  browser = await launchBrowser();
  visit = await ConsoleVisit.start(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

const statusOf = async () => (await fetch(`${server.url}/enroll?integration=${org.integrationId}`)).status;

test('an administrator enters the application of Okta, which opens /enroll, and closes it again', async () => {
  const { clientId, clientSecret } = org.okta.org.webApps.register({ redirectUris: [`${server.url}/enroll/callback`] });
  await visit.signIn();
  await visit.arrive(`/directory/integrations/${org.integrationId}/sign-in`, 'Acme');
  await visit.says('Enrollment for everyone');
  await visit.says('Not set up');
  expect(await visit.value('Sign-in redirect URI')).toBe(`${server.url}/enroll/callback`);
  const { page } = visit;
  await page.getByLabel('Client ID').fill('two words');
  await page.getByLabel('Client secret').fill(clientSecret);
  await visit.press('Save enrollment');
  await visit.says('Copy the whole value from Okta, without spaces');
  await page.getByLabel('Client ID').fill(clientId);
  await visit.press('Save enrollment');
  await visit.says('Leave empty to keep the one that is saved.');
  await visit.says(/^On$/);
  expect(await page.getByLabel('Client secret').inputValue()).toBe('');
  expect(await statusOf()).toBe(200);
  expect(await flawsInEveryView(page, 'console-self-enrollment')).toEqual([]);
  await page.getByRole('switch', { name: 'Enrollment for everyone' }).click({ force: true });
  await visit.press('Save enrollment');
  await visit.says(/^Off$/);
  expect(await statusOf()).toBe(404);
  expect(visit.complaints).toEqual([]);
});
