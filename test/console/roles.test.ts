import type { Browser } from 'playwright-core';
import { AdminApi } from '../e2e/admin-api.js';
import { launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

let server: TestServer;
let browser: Browser;
let integrationId: string;
let admin: AdminApi;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  admin = new AdminApi(server.url, server.adminToken);
  ({ id: integrationId } = await admin.createIntegration('Acme'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function visitAs(role: string): Promise<ConsoleVisit> {
  const { token } = await admin.createAdminToken(`The ${role}`, role);
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn(token);
  return visit;
}

const offered = (visit: ConsoleVisit, role: 'link' | 'button', name: string) =>
  visit.page.getByRole(role, { name, exact: true }).count();

test.each([
  ['VIEWER', 0, 0, 0],
  ['OPERATOR', 0, 1, 0],
  ['ADMIN', 1, 1, 0],
  ['OWNER', 1, 1, 1],
])('%s is offered what the role includes', async (role, adds, checks, givesAccess) => {
  const visit = await visitAs(role);
  await visit.open('/directory/integrations');
  await visit.says('Okta');
  expect(await offered(visit, 'link', 'Add Directory Integration')).toBe(adds);
  expect(await offered(visit, 'link', 'Admin access')).toBe(givesAccess);
  await visit.follow('Acme');
  await visit.heading('Acme');
  expect(await offered(visit, 'button', 'Check now')).toBe(checks);
  await visit.end();
});

test('pages that a role may not see say which role is needed', async () => {
  const visit = await visitAs('OPERATOR');
  for (const [path, role] of [
    ['/admin-access', 'Owner'],
    ['/admin-access/sessions', 'Owner'],
    ['/directory/integrations/new', 'Administrator'],
    [`/directory/integrations/${integrationId}/setup`, 'Administrator'],
  ]) {
    await visit.open(String(path));
    await visit.says(`It needs the role ${role}; you are signed in as Operator.`);
  }
  await visit.end();
});

test.each(['VIEWER', 'OPERATOR', 'ADMIN', 'OWNER'])('%s has passkeys and sessions of their own', async (role) => {
  const visit = await visitAs(role);
  await visit.arrive('/account', 'Your access');
  await visit.says('No passkey yet');
  await visit.says('This session');
  expect(await offered(visit, 'button', 'Add a passkey')).toBe(1);
  await visit.end();
});

test('an owner creates a token that is shown once, and revokes it', async () => {
  const visit = await visitAs('OWNER');
  await visit.follow('Admin access');
  await visit.press('Create admin token');
  await visit.page.getByRole('textbox', { name: 'Name' }).fill('Terraform');
  await visit.press('Create');
  await visit.says('This token is shown once');
  await visit.press('Copy Admin token');
  await visit.press('Done');
  await visit.press('Revoke Terraform');
  await visit.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await visit.says('Sessions that were started with it have ended.');
  await visit.end();
});

test('while the server does not answer, loaded data stays visible and the page says that it may be outdated', async () => {
  const visit = await visitAs('VIEWER');
  await visit.open('/directory/integrations');
  await visit.says('Acme');
  await visit.page.route('**/graphql', (route) => route.abort());
  await visit.says(/No connection to the server since/);
  await visit.says('Acme');
  await visit.page.unroute('**/graphql');
  await visit.page.getByText(/No connection to the server since/).waitFor({ state: 'detached' });
  await visit.end();
});
