import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { allPushed, connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { seedSignIns } from '../support/seed-sign-ins.js';
import { ConsoleVisit } from './console-visit.js';

const WRITTEN = readFileSync(join(import.meta.dirname, '../../docs/console-tasks.md'), 'utf8').replaceAll(/\n +/g, ' ');

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;
let visit: ConsoleVisit;

beforeAll(async () => {
  server = await startServer();
  org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  browser = await launchBrowser();
  visit = await ConsoleVisit.start(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});
beforeEach(() => visit.signIn());

/** The numbered steps below a heading of docs/console-tasks.md. */
function stepsOf(title: string): string[] {
  const section = WRITTEN.split('\n## ').find((part) => part.startsWith(title)) ?? '';
  return [...section.matchAll(/^\d+\. (.*)$/gm)].map(([, step]) => String(step));
}

/** Performs a step: clicks or fills what is in bold, and expects the texts in quotation marks. */
async function follow(step: string, text = ''): Promise<void> {
  const { page } = visit;
  const bold = /\*\*(.+?)\*\*/.exec(step)?.[1];
  const quoted = /“(.+?)”/.exec(step)?.[1];
  if (step.startsWith('Type')) {
    const named = { name: String(bold) };
    return page.getByRole('searchbox', named).or(page.getByRole('textbox', named)).fill(text);
  }
  if (step.startsWith('Click') && bold) {
    const within = (await page.getByRole('dialog').count()) > 0 ? page.getByRole('dialog') : page;
    const named = { name: bold, exact: true };
    return within
      .getByRole('link', named)
      .or(within.getByRole('tab', named))
      .or(within.getByRole('button', named))
      .or(within.getByRole('combobox', named))
      .or(within.getByRole('option', named))
      .first()
      .click();
  }
  if (quoted) return visit.says(quoted);
  throw new Error(`nothing to do in: ${step}`);
}

const clicks = (steps: readonly string[]) => steps.filter((step) => /^(Click|Type)/.test(step)).length;

test('an administrator finds out why a person is not routed to passkey sign-in', async () => {
  const login = String(org.okta.addPerson('ada.okafor@acme.example').profile['login']);
  const other = String(org.okta.addPeople(1)[0]?.profile['login']);
  await allPushed(org.app, 'assign', [login, other]);
  const [open, search, person, read] = stepsOf('Why is this person');
  await follow(String(open));
  await visit.says(other);
  await follow(String(search), 'okafor');
  expect(person).toBe('Click the person.');
  const found = visit.page.getByRole('table', { name: 'Identities' });
  await found.getByText(other).waitFor({ state: 'detached' });
  await found.getByRole('link', { name: /okafor/i }).click();
  await follow(String(read));
  await visit.says(/Has a passkey: No\. Create an enrollment link below/);
  expect(clicks(stepsOf('Why is this person'))).toBe(3);

  await org.admin.recordPasskey(
    String((await org.admin.identities(org.integrationId)).find(({ userName }) => userName === login)?.id),
  );
  await visit.says('Yes, Okta has confirmed it');
});

test('an administrator finds out whether Okta still sends requests', async () => {
  await visit.says('Last SCIM call');
  for (const step of stepsOf('Is Okta still sending?')) await follow(step);
  expect(clicks(stepsOf('Is Okta still sending?'))).toBe(2);
});

test('an administrator finds out who is wrongly routed, and why', async () => {
  const steps = stepsOf('Who is wrongly routed');
  const refused = org.okta.addPeople(2, 'refused').map(({ profile }) => String(profile['login']));
  await allPushed(org.app, 'assign', refused);
  await org.admin.setUpSignIn(org.integrationId);
  await seedSignIns(server.databaseUrl, org.integrationId);
  await visit.open('/overview');
  for (const step of steps) {
    if (step !== 'Click the person.') await follow(step);
    else await visit.page.getByRole('table', { name: 'Sign-ins' }).getByRole('link').last().click();
  }
  expect(clicks(steps)).toBe(5);
});

test('passkeys are rolled out to a group', async () => {
  const steps = stepsOf('Roll out passkeys');
  const members = org.okta.addPeople(3, 'member').map(({ profile }) => String(profile['login']));
  await allPushed(org.app, 'assign', members);
  await org.app.pushGroup('Engineering', members);
  const { page } = visit;
  for (const step of steps) {
    if (step === 'Click the group.') await visit.follow('Engineering');
    else if (step.startsWith('Click **Download**')) {
      const [download] = await Promise.all([page.waitForEvent('download'), follow(step)]);
      const lines = readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(lines.filter((line) => members.some((login) => line.includes(login)))).toHaveLength(3);
    } else await follow(step);
  }
  expect(clicks(steps)).toBe(6);
});

test('a colleague gets a token, and signs in with it', async () => {
  const steps = stepsOf('Hand over to a colleague');
  let token = '';
  for (const step of steps) {
    if (step.startsWith('Click **Copy')) {
      await visit.press('Show Admin token');
      token = await visit.value('Admin token');
    }
    await follow(step, 'Grace');
  }
  expect(clicks(steps)).toBe(6);
  await visit.says('Grace');
  const colleague = await ConsoleVisit.start(browser, server);
  await colleague.signIn(token);
  await colleague.says('Grace');
  await colleague.end();
});

// Must be the last test, because it revokes the token of the simulated app.
test('the token is rotated without an outage', async () => {
  const steps = stepsOf('Rotate the token');
  expect(clicks(steps)).toBe(8);
  const [revoke, confirm, done] = steps.splice(-3);
  for (const step of steps) {
    // A person pastes the token without seeing it, so this click is not part of the task. The test must show the token
    // to read it.
    if (step.startsWith('Click **Copy')) await visit.press('Show Token');
    await follow(step);
    if (!step.startsWith('Click **Copy')) continue;
    const token = await visit.value('Token');
    // What an administrator does in Okta, as the notice asks. The old token is valid until it is revoked.
    await org.app.testCredentials();
    setTimeout(
      () => void org.okta.addScimApp({ dialect: 'catalog', baseUrl: org.scimUrl, token }).testCredentials(),
      4_000,
    );
  }
  expect(revoke).toMatch(/^Click \*\*Revoke\*\* in the row of the old token/);
  await visit.page
    .getByRole('button', { name: /^Revoke Bearer Token/ })
    .first()
    .click();
  await follow(String(confirm));
  await follow(String(done));
  await eventually(() => expect(org.app.testCredentials()).rejects.toThrow(/401/));
  expect(visit.complaints).toEqual([]);
});
