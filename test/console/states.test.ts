import type { Browser } from 'playwright-core';
import { AdminApi } from '../e2e/admin-api.js';
import type { ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ApiAnswers } from './api-answers.js';
import { type ConsolePage, consolePages } from './console-pages.js';
import { ConsoleVisit } from './console-visit.js';
import { connectFilledOrg } from './filled-org.js';

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;
let pages: ConsolePage[];

beforeAll(async () => {
  server = await startServer();
  org = await connectFilledOrg(server);
  pages = await consolePages(org);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

async function signedIn(token?: string): Promise<{ visit: ConsoleVisit; answers: ApiAnswers }> {
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn(token);
  return { visit, answers: ApiAnswers.of(visit.page) };
}

const loading = (visit: ConsoleVisit) => visit.page.getByRole('status', { name: 'Loading' }).first();
const retry = (visit: ConsoleVisit) => visit.page.getByRole('button', { name: 'Try again' }).first();

/** Clicks the button if it is still there. The page may have recovered without a click. */
async function tryAgain(visit: ConsoleVisit): Promise<void> {
  await retry(visit)
    .click({ timeout: 5_000 })
    .catch(() => undefined);
}

/** Pages that send no queries. */
const STATIC = ['add-integration', 'not-found'];

test('every page shows a placeholder while the API is slow', async () => {
  const { visit, answers } = await signedIn();
  const asked: string[] = [];
  for (const { name, path, heading } of pages) {
    await answers.hold();
    await visit.open(path);
    await visit.page.getByRole('heading', { level: 1 }).waitFor();
    if (!STATIC.includes(name)) {
      await eventually(() => answers.seen > 0);
      await loading(visit).waitFor();
    }
    if (answers.seen > 0) asked.push(name);
    await answers.pass();
    await visit.heading(heading);
    await loading(visit).waitFor({ state: 'detached' });
  }
  expect(asked).toEqual(pages.map(({ name }) => name).filter((name) => !STATIC.includes(name)));
  await visit.end();
});

test('every page says what to do while the API is unavailable, and shows its content when the API is back', async () => {
  const { visit, answers } = await signedIn();
  for (const { name, path, heading } of pages.filter((page) => !STATIC.includes(page.name))) {
    await answers.refuse('UNAVAILABLE', 'The database is busy or restarting.');
    await visit.open(path);
    await visit.says(/The database is busy or restarting\..*The page fills by itself/);
    expect([name, await visit.page.getByRole('heading', { level: 1 }).count()]).toEqual([name, 1]);
    await answers.pass();
    await tryAgain(visit);
    await visit.heading(heading);
    await retry(visit).waitFor({ state: 'detached' });
  }
  await visit.end();
});

test.each([
  ['INTERNAL', 'Something went wrong on our side; the log has the cause.', 'This could not be loaded'],
  ['RATE_LIMITED', 'Wait a minute.', 'Too many requests for the moment'],
])('a page that cannot be read for %s can be tried again', async (code, message, title) => {
  const { visit, answers } = await signedIn();
  await answers.refuse(code, message);
  await visit.open('/directory/identities');
  await visit.says(title);
  await visit.says(message);
  await answers.pass();
  await tryAgain(visit);
  await visit.says(/@/);
  await visit.end();
});

test('if an answer is invalid, loaded data stays visible with a banner, which disappears by itself', async () => {
  const { visit, answers } = await signedIn();
  await visit.arrive('/directory/groups', 'Groups');
  await visit.says('Engineering');
  await answers.fail();
  await visit.says(/No connection to the server since/);
  await visit.says('Engineering');
  await answers.pass();
  await visit.page.getByText(/No connection to the server since/).waitFor({ state: 'detached' });
  await visit.end();
});

test('every page stays visible when the device goes offline, shows a banner, and recovers by itself', async () => {
  const { visit } = await signedIn();
  for (const { path, heading } of pages) {
    await visit.arrive(path, heading);
    await visit.context.setOffline(true);
    await visit.says(/No connection to the server since/);
    await visit.heading(heading);
    await visit.context.setOffline(false);
    await visit.page.getByText(/No connection to the server since/).waitFor({ state: 'detached' });
    await visit.heading(heading);
  }
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test('a viewer sees every page; pages that need another role say which', async () => {
  const { token } = await org.admin.createAdminToken('The viewer', 'VIEWER');
  const { visit, answers } = await signedIn(token);
  const forbidden: string[] = [];
  for (const { name, path } of pages) {
    await visit.open(path);
    await visit.page.getByRole('heading', { level: 1 }).waitFor();
    await loading(visit).waitFor({ state: 'detached' });
    expect([name, await retry(visit).count()]).toEqual([name, 0]);
    if ((await visit.page.getByText(/It needs the role .*; you are signed in as Viewer\./).count()) > 0)
      forbidden.push(name);
  }
  expect(forbidden).toEqual([
    'add-integration',
    ...['credentials', 'attribute', 'sign-in', 'okta', 'routing'].map((step) => `set-up-${step}`),
    'admin-access',
    'admin-access-sessions',
  ]);
  await answers.refuse('FORBIDDEN', 'This needs the role ADMIN.');
  await visit.open('/webhooks');
  await visit.says('Your role does not include this');
  await visit.says(/Ask an owner of this tenant/);
  await visit.end();
});

test.each([
  ['/overview', /Okta or another directory sends people and groups here/, 'Add Directory Integration'],
  ['/directory/integrations', /It takes about ten minutes/, 'Add Directory Integration'],
  ['/directory/identities', /People appear here as soon as your directory assigns them/, undefined],
  ['/directory/groups', /Push Groups/, undefined],
  ['/webhooks', /Add the https address/, 'Add webhook'],
] as const)('an empty %s says what to do next', async (path, words, action) => {
  const tenant = await new AdminApi(server.url, server.adminToken).createTenant('Newcomer');
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn(tenant);
  await visit.open(path);
  await visit.page.getByRole('main').getByText(words).first().waitFor();
  if (action) {
    const offered = visit.page.getByRole('main');
    await offered
      .getByRole('link', { name: action })
      .or(offered.getByRole('button', { name: action }))
      .first()
      .waitFor();
  }
  await visit.end();
});

test('each empty part of a new integration says what to do next', async () => {
  const newcomer = new AdminApi(server.url, await new AdminApi(server.url, server.adminToken).createTenant('Newcomer'));
  const { token } = await newcomer.createAdminToken('Its owner', 'OWNER');
  const { id } = await newcomer.createIntegration('New');
  const { visit } = await signedIn(token);
  for (const [tab, words] of [
    ['credentials', 'No credentials yet'],
    ['reconciliation', 'Never compared yet'],
    ['requests', 'Press Test API Credentials'],
    ['event-hook', 'Set up the event hook'],
  ] as const) {
    await visit.open(`/directory/integrations/${id}/${tab}`);
    await visit.says(words);
  }
  await visit.open('/overview');
  await visit.says('New: set-up is not finished');
  await visit.end();
});
