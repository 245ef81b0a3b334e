import type { Browser } from 'playwright-core';
import { allPushed, connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;
let visit: ConsoleVisit;

beforeAll(async () => {
  server = await startServer();
  org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  const logins = org.okta.addPeople(2).map(({ profile }) => String(profile['login']));
  await allPushed(org.app, 'assign', logins);
  await org.app.pushGroup('Engineering', logins);
  for (const { id } of await org.admin.identities(org.integrationId)) await org.admin.recordPasskey(id);
  await eventually(() => expect(org.okta.trueSet()).toHaveLength(2));
  browser = await launchBrowser();
  visit = await ConsoleVisit.start(browser, server);
  // Accepts the "leave page?" dialog of pages with unsaved input.
  visit.page.on('dialog', (dialog) => void dialog.accept());
  await visit.signIn();
});
afterEach(() => expect(visit.complaints).toEqual([]));
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

const reload = () => visit.page.reload();
const path = () => new URL(visit.page.url()).pathname;

test.each([
  ['credentials', 'Its secret was shown then and cannot be viewed again'],
  ['attribute', 'Test connection'],
  ['okta', 'What has arrived'],
  ['routing', 'Do not lock yourself out'],
])('after a reload the set-up guide shows its step %s again', async (step, text) => {
  await visit.arrive(`/directory/integrations/${org.integrationId}/setup/${step}`, 'Set up Acme');
  await visit.says(text);
  await reload();
  await visit.heading('Set up Acme');
  await visit.says(text);
  expect(path()).toBe(`/directory/integrations/${org.integrationId}/setup/${step}`);
});

test('the set-up guide continues at the first step that is not done', async () => {
  await visit.open('/directory/integrations/new');
  await visit.page.getByRole('radio', { name: 'Generic SCIM', exact: false }).check();
  await visit.page.getByRole('textbox', { name: 'Name' }).fill('Elsewhere');
  await visit.press('Add and continue');
  await visit.heading('Set up Elsewhere');
  await reload();
  await visit.heading('Set up Elsewhere');
  expect(path()).toMatch(/\/setup\/credentials$/);
});

test('after a reload a secret that was not saved is no longer shown, and the page says what to do', async () => {
  await visit.arrive(`/directory/integrations/${org.integrationId}/setup/credentials`, 'Set up Acme');
  await visit.press('Generate another');
  await visit.press('Generate');
  await visit.press('Show Token');
  const token = await visit.value('Token');
  await reload();
  await visit.says('cannot be viewed again: if you did not save it, generate another');
  expect(await visit.page.content()).not.toContain(token);
  await visit.press('Generate another');
  await visit.page.getByRole('button', { name: 'Generate', exact: true }).waitFor();
});

test('after a reload a rotation continues at the same step', async () => {
  const credentials = `/directory/integrations/${org.integrationId}/credentials`;
  await visit.arrive(credentials, 'Acme');
  await visit.press('Generate Credentials');
  await visit.page.getByRole('textbox', { name: 'Name' }).fill('Second');
  await visit.press('Generate');
  await visit.press('Show Token');
  const [token, scimUrl] = [await visit.value('Token'), await visit.value('SCIM URL')];
  await reload();
  await visit.says('Rotation: waiting for Okta to use the new token');
  expect(await visit.page.content()).not.toContain(token);
  await org.okta.addScimApp({ dialect: 'catalog', baseUrl: scimUrl, token }).testCredentials();
  await visit.says('Rotation: Okta uses the new token');
  await reload();
  await visit.says('Rotation: Okta uses the new token');
  expect(path()).toBe(credentials);
});

test('a dry run and its result are still shown after a reload, and can be applied', async () => {
  org.okta.setProfile(String(org.okta.trueSet()[0]), { byndidRegistered: false });
  await visit.arrive(`/directory/integrations/${org.integrationId}/reconciliation`, 'Acme');
  await visit.press('Start dry run');
  await visit.heading('Dry run');
  await reload();
  await visit.heading('Dry run');
  await visit.says('Done. 1 difference found.');
  await visit.press('Apply…');
  await reload();
  await visit.heading('Dry run');
  expect(await visit.page.getByRole('dialog').count()).toBe(0);
  expect(org.okta.trueSet()).toHaveLength(1);
  await visit.press('Apply…');
  await visit.press('Apply');
  await visit.heading('Reconciliation');
  await reload();
  await visit.says('1 difference found, 1 repaired');
  expect(org.okta.trueSet()).toHaveLength(2);
});

test('filters and the position in a list survive a reload', async () => {
  await visit.arrive('/directory/identities?enrollment=ENROLLED', 'Identities');
  await visit.says('1–2 of 2');
  await reload();
  await visit.says('1–2 of 2');
  expect(new URL(visit.page.url()).search).toBe('?enrollment=ENROLLED');
});

test('after a reload an admin token that was not copied is no longer shown, and can be revoked', async () => {
  await visit.arrive('/admin-access', 'Admin access');
  await visit.page.getByRole('button', { name: 'Create admin token' }).first().click();
  await visit.page.getByRole('textbox', { name: 'Name' }).fill('Forgotten');
  await visit.press('Create');
  await visit.press('Show Admin token');
  const token = await visit.value('Admin token');
  await reload();
  await visit.heading('Admin access');
  await visit.page.getByRole('button', { name: 'Revoke Forgotten' }).waitFor();
  expect(await visit.page.content()).not.toContain(token);
});
