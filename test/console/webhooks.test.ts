import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';
import { WebhookReceiver } from './webhook-receiver.js';

let server: TestServer;
let browser: Browser;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [server, receiver, browser] = await Promise.all([startServer(), WebhookReceiver.start(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await receiver?.stop();
  await server?.stop();
});

/** Runs the sample code of the page for a message. @returns what the sample code decides */
function judged(code: string, secret: string, { headers, body }: { headers: object; body: string }): string {
  const asked = JSON.stringify([secret, headers, body]);
  const script = `${code}\nconsole.log(isFromRollcall(...${asked}));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).trim();
}

test('a webhook is added, tried, fixed, paused and deleted', async () => {
  const visit = await ConsoleVisit.start(browser, server);
  const { page } = visit;
  await visit.signIn();
  await visit.follow('Webhooks');
  await visit.says('No webhooks yet');
  await page.getByRole('button', { name: 'Add webhook' }).first().click();
  await page.getByRole('textbox', { name: 'URL' }).fill('http://example.com/hook');
  await visit.press('Add');
  await visit.says('The address must begin with https://');
  await page.getByRole('textbox', { name: 'URL' }).fill(receiver.url);
  await page.getByRole('checkbox', { name: 'Credential expires' }).uncheck();
  await visit.press('Add');
  await visit.says('This secret is shown once');
  await visit.press('Show Signing secret');
  const secret = await visit.value('Signing secret');
  const code = await page.getByRole('region', { name: 'How to verify a message, in Node' }).innerText();
  await visit.press('Copy Signing secret');
  await visit.press('Done');
  await visit.heading(new URL(receiver.url).host);
  expect(await page.content()).not.toContain(secret);

  await visit.says('No message yet');
  await visit.press('Send test');
  await visit.says('Delivered · 204');
  const [message] = receiver.taken;
  if (!message) throw new Error('nothing came');
  expect(judged(code, secret, message)).toBe('true');
  expect(judged(code, secret, { ...message, body: `${message.body} ` })).toBe('false');

  receiver.status = 500;
  await visit.press('Send test');
  await visit.says('Trying again · 500');
  await visit.says(/The receiver answered 500/);
  // Pressed while the receiver still answers 500. If an automatic retry succeeded, the button would disappear.
  await visit.press('Retry Test');
  await visit.says('Sent again.');
  receiver.status = 204;
  await eventually(async () => expect(await page.getByText('Delivered · 204').locator('visible=true').count()).toBe(2));

  await visit.press('Pause');
  await visit.says(/Paused by Root/);
  expect(await page.getByRole('button', { name: 'Send test' }).count()).toBe(0);
  await visit.press('Resume');
  await page.getByText(/Paused by Root/).waitFor({ state: 'detached' });

  await visit.press('Delete…');
  await visit.press('Delete');
  await visit.heading('Webhooks');
  await visit.says('No webhooks yet');
  expect(visit.complaints).toEqual([]);
  await visit.end();
});
