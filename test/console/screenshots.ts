import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { allPushed, connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { consolePages } from './console-pages.js';
import { ConsoleVisit } from './console-visit.js';
import { seedSignIns } from '../support/seed-sign-ins.js';
import { seedTrends } from '../support/seed-trends.js';

/**
 * Saves screenshots of every page, wide and narrow, light and dark, in screenshots/:
 * `jest --selectProjects console --testMatch '**\/test/console/screenshots.ts'`
 */
jest.setTimeout(600_000);

const INTO = join(import.meta.dirname, '../../screenshots');
const PEOPLE = [
  'ada.okafor',
  'bruno.lindqvist',
  'chidi.moreau',
  'dana.tanaka',
  'elif.novak',
  'farah.silva',
  'goran.haddad',
];

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(INTO, { recursive: true });
  server = await startServer();
  browser = await launchBrowser();
  org = await connectOrg(server, 'Acme production', { dialect: 'catalog' });
  await fillOrg();
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

/** Adds people with and without passkeys, a person that Okta refuses, and a difference that was made in Okta. */
async function fillOrg(): Promise<void> {
  const logins = PEOPLE.map((name) => `${name}@acme.example`);
  await org.admin.createWebhook('https://hooks.acme.example/rollcall');
  await seedTrends(server.databaseUrl, org.integrationId);
  await org.admin.setUpSignIn(org.integrationId);
  for (const login of logins) org.okta.addPerson(login);
  org.okta.addPerson('root.admin@acme.example', { superAdmin: true });
  await org.app.testCredentials();
  await allPushed(org.app, 'assign', [...logins, 'root.admin@acme.example']);
  await org.app.pushGroup('Engineering', logins.slice(0, 4));
  await seedSignIns(server.databaseUrl, org.integrationId);
  const identities = await org.admin.identities(org.integrationId);
  for (const { id } of identities.slice(0, 5)) await org.admin.recordPasskey(id);
  await eventually(async () => expect(org.okta.trueSet()).toEqual(await org.admin.trueSet(org.integrationId)));
  org.okta.setProfile(String(org.okta.trueSet()[0]), { byndidRegistered: false });
  await org.admin.checkIntegration(org.integrationId);
  const run = await org.admin.startReconciliation(org.integrationId);
  await eventually(async () => expect((await org.admin.reconciliationRun(run.id)).status).toBe('SUCCEEDED'));
}

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)('%s, %d px', async (colorScheme, width) => {
  const visit = await ConsoleVisit.start(browser, server, { colorScheme, viewport: { width, height: 844 } });
  const picture = (name: string) =>
    visit.page.screenshot({ path: join(INTO, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  await visit.open('/sign-in');
  await visit.heading('Sign in');
  await picture('sign-in');
  await visit.signIn();
  for (const { name, path, heading } of await consolePages(org)) {
    await visit.arrive(path, heading);
    await picture(name);
  }
  await visit.end();
});
