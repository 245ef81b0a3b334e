import type { Browser } from 'playwright-core';
import { AdminApi } from '../e2e/admin-api.js';
import { launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

let server: TestServer;
let browser: Browser;
let visit: ConsoleVisit;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
beforeEach(async () => {
  visit = await ConsoleVisit.start(browser, server);
});
afterEach(async () => {
  expect(visit.complaints).toEqual([]);
  await visit.end();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const addressAndStores = () =>
  visit.page.evaluate<string[]>(
    '[location.href, ...Object.values({ ...localStorage, ...sessionStorage }), document.cookie]',
  );

test('a sign-in link signs in, and neither the address nor scripts contain its token afterwards', async () => {
  await visit.signIn();
  expect((await addressAndStores()).join(' ')).not.toContain(server.adminToken);
  const [cookie] = await visit.context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });

  await visit.page.goBack();
  expect(visit.page.url()).not.toContain(server.adminToken);
  await visit.open('/');
  await visit.heading('Overview');
});

test('a visitor who is not signed in returns to the requested page after signing in', async () => {
  await visit.open('/directory/identities?status=ACTIVE');
  await visit.heading('Sign in');
  await visit.page.getByRole('textbox', { name: 'Admin token' }).fill(server.adminToken);
  await visit.press('Sign in');
  await visit.heading('Identities');
  expect(new URL(visit.page.url()).search).toBe('?status=ACTIVE');
});

test('the sign-in never leads to another site', async () => {
  await visit.open(`/sign-in?next=${encodeURIComponent('//elsewhere.example/directory')}`);
  await visit.page.getByRole('textbox', { name: 'Admin token' }).fill(server.adminToken);
  await visit.press('Sign in');
  await visit.heading('Overview');
  expect(new URL(visit.page.url()).origin).toBe(server.url);
});

test('an unknown token is refused with an explanation, and the person can try again', async () => {
  await visit.open('/sign-in#token=rca_nothing');
  await visit.says('This sign-in link was used already or has expired');
  expect(visit.page.url()).toBe(`${server.url}/sign-in`);
  await visit.page.getByRole('textbox', { name: 'Admin token' }).fill(server.adminToken);
  await visit.press('Sign in');
  await visit.heading('Overview');
});

test('signing out ends the session', async () => {
  await visit.signIn();
  await visit.page.getByRole('button', { name: /Owner/ }).click();
  await visit.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await visit.heading('Sign in');
  await visit.open('/overview');
  await visit.heading('Sign in');
});

test('revoking a token signs its owner out while the console is open', async () => {
  const admin = new AdminApi(server.url, server.adminToken);
  const { token, adminToken } = await admin.createAdminToken('Short visit', 'VIEWER');
  await visit.signIn(token);
  await admin.revokeAdminToken(adminToken.id);
  await visit.heading('Sign in');
});
