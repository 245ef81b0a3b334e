import type { Browser } from 'playwright-core';
import type { ConnectedOrg } from '../e2e/connected-org.js';
import { launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';
import { connectFilledOrg } from './filled-org.js';

const MAX_BYTES = 250 * 1_024;

let server: TestServer;
let browser: Browser;
let org: ConnectedOrg | undefined;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

test('the first page is smaller than 250 kB, compressed, and browsers cache it', async () => {
  const visit = await ConsoleVisit.start(browser, server);
  const sizes: Promise<number>[] = [];
  const uncompressed: string[] = [];
  const forgotten: string[] = [];
  visit.page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (!path.startsWith('/assets/')) return;
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    );
    const headers = response.headers();
    if (Number(headers['content-length']) > 1_024 && !headers['content-encoding']) uncompressed.push(path);
    if (!headers['cache-control']?.includes('immutable')) forgotten.push(path);
  });
  await visit.signIn();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50 * 1_024);
  expect(bytes).toBeLessThan(MAX_BYTES);
  expect({ uncompressed, forgotten }).toEqual({ uncompressed: [], forgotten: [] });
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test('the charting library is loaded only when the first chart is enlarged', async () => {
  org = await connectFilledOrg(server);
  const visit = await ConsoleVisit.start(browser, server);
  const charts = () =>
    visit.page.evaluate<number>(
      `performance.getEntriesByType('resource').filter((e) => /trend-lines/.test(e.name)).length`,
    );
  await visit.signIn();
  await visit.page.getByRole('figure', { name: 'Queue', exact: true }).locator('svg').waitFor();
  expect(await charts()).toBe(0);
  await visit.press('Enlarge Queue');
  await visit.page.getByRole('dialog', { name: 'Queue' }).locator('svg.recharts-surface').first().waitFor();
  expect(await charts()).toBeGreaterThan(0);
  await visit.end();
});
