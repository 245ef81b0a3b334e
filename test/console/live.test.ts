import type { Browser, Request } from 'playwright-core';
import { allPushed, connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

/**
 * Expects the page to repeat the operation within `milliseconds`. The time is measured with the page's clock, which the
 * test controls; real time may be longer.
 */
async function asksWithin(milliseconds: number, visit: ConsoleVisit, awaited: string): Promise<void> {
  const asked = new Set<string>();
  const underWay = new Set<Request>();
  visit.page.on('request', (request) => {
    const [, operation] = /\bquery (\w+)/.exec(request.postData() ?? '') ?? [];
    if (operation) asked.add(operation);
    underWay.add(request);
  });
  visit.page.on('requestfinished', (request) => void underWay.delete(request));
  visit.page.on('requestfailed', (request) => void underWay.delete(request));
  await visit.page.clock.pauseAt(await visit.page.evaluate<number>('Date.now() + 1_000'));
  // An answer restarts the page's timer. The first round therefore waits for the answers to earlier requests, which
  // this function has not recorded.
  for (let round = 1; round <= 2; round += 1) {
    await visit.page.clock.runFor(milliseconds);
    await eventually(() => expect(underWay.size).toBe(0));
    await visit.page.evaluate('new Promise((resolve) => queueMicrotask(resolve))');
  }
  asked.clear();
  await visit.page.clock.runFor(milliseconds);
  await eventually(() => expect(asked).toContain(awaited));
  visit.page.removeAllListeners('request');
}

test.each([
  ['/overview', 'Overview', 'Integrations'],
  ['/directory/integrations', 'Directory Integrations', 'Integrations'],
  ['/directory/identities', 'Identities', 'Identities'],
  ['/directory/groups', 'Groups', 'Groups'],
  ['/webhooks', 'Webhooks', 'Webhooks'],
  ['/audit-log', 'Audit log', 'AuditEvents'],
] as const)('%s polls at least every two seconds', async (path, heading, operation) => {
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn();
  await visit.page.clock.install();
  await visit.arrive(path, heading);
  await asksWithin(2_000, visit, operation);
  await visit.end();
});

/** Opens two pages of the same administrator. Each has a mark that would disappear if the page were reloaded. */
test('what Okta sends shows on every open page, without a reload', async () => {
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn();
  await visit.arrive('/directory/identities', 'Identities');
  await visit.says('No people yet');
  const overview = await visit.context.newPage();
  await overview.goto(`${server.url}/overview`);
  await overview.getByRole('link', { name: /^0\s*People/ }).waitFor();
  for (const page of [visit.page, overview]) await page.evaluate('window.here = true');

  const login = String(org.okta.addPeople(1)[0]?.profile['login']);
  await allPushed(org.app, 'assign', [login]);
  await visit.says(login);
  await overview.getByRole('link', { name: /^1\s*People/ }).waitFor();
  const [person] = await org.admin.identities(org.integrationId);
  await org.admin.recordPasskey(String(person?.id));
  await visit.page.getByText('Registered', { exact: true }).waitFor();
  await overview.getByRole('link', { name: /^1\s*Registered in Okta/ }).waitFor();
  for (const page of [visit.page, overview]) expect(await page.evaluate<boolean>('window.here === true')).toBe(true);
  await visit.end();
});
