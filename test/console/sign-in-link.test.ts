import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

let dataDir: string;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rollcall-link-'));
  chmodSync(dataDir, 0o711);
  // With the embedded database, the server writes the sign-in link to DATA_DIR if standard output is not a terminal.
  server = await startServer({ DATABASE_URL: '', DATA_DIR: dataDir });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("the link in the server's file signs in once; the second time the page says what to do", async () => {
  const link = await eventually(() => {
    const [, path = ''] = /Sign in .*: the link in (\S+)/.exec(server.printed) ?? [];
    expect(path).toBe(join(dataDir, 'sign-in-link'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    return readFileSync(path, 'utf8').trim();
  });
  // A log collector may store the output, so it must not contain the token.
  expect(server.printed).not.toContain('#token=');
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
