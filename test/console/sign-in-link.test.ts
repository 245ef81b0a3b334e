import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

jest.setTimeout(180_000);

let dataDir: string;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rollcall-link-'));
  chmodSync(dataDir, 0o711);
  // Only with a database of its own does the server print a link without a terminal.
  server = await startServer({ DATABASE_URL: '', DATA_DIR: dataDir });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the link that the server prints signs in once; the second time the page says what to do', async () => {
  const link = await eventually(() => {
    const [printed] = /http\S+\/sign-in#token=\S+/.exec(server.printed) ?? [];
    if (!printed) throw new Error(`no link in ${server.printed}`);
    return printed;
  });
  const first = await ConsoleVisit.start(browser, server);
  await first.page.goto(link);
  await first.heading('Overview');

  const second = await ConsoleVisit.start(browser, server);
  await second.page.goto(link);
  await second.says('This sign-in link was used already or has expired');
  await second.says(/Restart the server for a new one/);
  expect(second.page.url()).toBe(`${server.url}/sign-in`);
  expect(await second.context.cookies()).toEqual([]);
  await second.page.reload();
  await second.heading('Sign in');
  expect(await second.page.getByRole('alert').count()).toBe(0);

  await first.page.reload();
  await first.heading('Overview');
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});
