import type { JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { allPushed, connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;
let visit: ConsoleVisit;
let logins: string[];

beforeAll(async () => {
  server = await startServer();
  org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  logins = org.okta.addPeople(3).map(({ profile }) => String(profile['login']));
  await allPushed(org.app, 'assign', logins);
  await org.app.pushGroup('Engineering', logins);
  for (const { id } of await org.admin.identities(org.integrationId)) await org.admin.recordPasskey(id);
  await eventually(() => expect(org.okta.trueSet()).toHaveLength(3));
  browser = await launchBrowser();
  visit = await ConsoleVisit.start(browser, server, { acceptDownloads: true });
  await visit.signIn();
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});
beforeEach(() => visit.arrive(`/directory/integrations/${org.integrationId}`, 'Acme'));
afterEach(() => expect(visit.complaints).toEqual([]));

const tab = (name: string) => visit.page.getByRole('tab', { name }).click();

async function downloaded(press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([visit.page.waitForEvent('download'), press()]);
  return readFileSync(await download.path(), 'utf8');
}

test('a dry run finds what was changed directly in Okta, and applying it fixes Okta', async () => {
  org.okta.setProfile(logins[1] ?? '', { byndidRegistered: false });
  await tab('Reconciliation');
  await visit.press('Start dry run');
  await visit.heading('Dry run');
  await visit.says('Done. 1 difference found.');
  await visit.says('Missing in Okta');
  const csv = await downloaded(() => visit.press('Download CSV'));
  expect(csv.split('\r\n')).toEqual([
    'user_name,okta_user_id,difference,in_okta,should_be,repaired_at,error',
    expect.stringMatching(new RegExp(`^${logins[1]},00u.*,SET_TRUE,false,true,,$`)),
    '',
  ]);
  expect(org.okta.trueSet()).toHaveLength(2);

  await visit.press('Apply…');
  await visit.press('Apply');
  await visit.heading('Reconciliation');
  await visit.says('1 difference found, 1 repaired');
  expect(org.okta.trueSet()).toHaveLength(3);
});

test('writing to Okta is paused with a reason, and resumed', async () => {
  await tab('Registration attribute');
  await visit.press('Pause…');
  await visit.page.getByRole('textbox', { name: 'Reason' }).fill('Okta is being moved');
  await visit.press('Pause');
  await visit.says('Writing to Okta is paused');
  await visit.says(/Okta is being moved/);
  await visit.press('Resume');
  await visit.says('In step with Okta');
});

test('an administrator inspects a request that Okta sent', async () => {
  await tab('SCIM requests');
  await visit.page.getByRole('button', { name: 'POST /Groups' }).click();
  const drawer = visit.page.getByRole('dialog', { name: 'SCIM request' });
  await drawer.getByText('201', { exact: true }).waitFor();
  await drawer.getByText('Request ID').waitFor();
  await visit.page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await visit.page.getByRole('combobox', { name: 'Status' }).click();
  await visit.page.getByRole('option', { name: '409 Conflict' }).click();
  await visit.says('No request was answered so');
});

test('the event hook is set up, and turns verified as Okta verifies it', async () => {
  await tab('Event hook');
  await visit.press('Set up the event hook');
  await visit.says('This secret is shown once');
  await visit.press('Show Authentication secret');
  const [url, secret] = [await visit.value('URL'), await visit.value('Authentication secret')];
  await visit.says('Waiting for Okta to verify');
  const { hooks } = org.okta;
  expect(await hooks.verify(hooks.register({ url, secret }))).toBe(true);
  await visit.says('Verified by Okta');
  await visit.page.getByRole('checkbox', { name: 'I have saved the secret' }).check();
  await visit.press('Done');
  await visit.page.getByText('This secret is shown once').waitFor({ state: 'detached' });
  expect(await visit.page.content()).not.toContain(secret);
});

test('a service app takes over from the API token', async () => {
  await tab('Registration attribute');
  await visit.press('Set up a service app');
  const jwksUrl = await visit.value('Public keys URL');
  const { keys } = (await (await fetch(jwksUrl)).json()) as { keys: JsonWebKey[] };
  const { clientId } = org.okta.org.apps.register({ keys, scopes: ['okta.users.manage', 'okta.schemas.manage'] });
  await visit.page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
  await visit.press('Switch to the service app');
  await visit.says('Rollcall signs in to Okta with a key of its own');
  await visit.says(clientId);
});

test('a group’s members without a passkey get links in one file', async () => {
  const [late] = org.okta.addPeople(1, 'late').map(({ profile }) => String(profile['login']));
  await allPushed(org.app, 'assign', [String(late)]);
  await org.app.changeMembers('Engineering', { add: [String(late)] });
  await visit.follow('Groups');
  await visit.heading('Groups');
  await visit.follow('Engineering');
  await visit.says('4 members');
  await visit.press('Create enrollment links…');
  await visit.press('Create links');
  await visit.says('1 link made');
  // The links are still there after a reload, because the server stores them.
  await visit.page.reload();
  await visit.press('Create enrollment links…');
  const csv = await downloaded(() => visit.press('Download'));
  await visit.press('I have the file');
  await visit.says('They can no longer be downloaded');
  expect(csv.split('\r\n')).toEqual([
    'user_name,display_name,email,link,expires_at',
    expect.stringMatching(new RegExp(`^${late},.*${server.url}/enroll/ren_`)),
    '',
  ]);
});

test('people are sorted by a column, the URL contains the order, and the list can be downloaded', async () => {
  await visit.follow('Identities');
  await visit.heading('Identities');
  await visit.press('Person');
  await visit.press('Person');
  await visit.page.waitForURL(/sort=-USER_NAME/);
  const sorted = (await org.admin.identities(org.integrationId)).map(({ userName }) => userName).toSorted();
  const rows = visit.page.getByRole('table', { name: 'Identities' }).getByRole('row');
  await eventually(async () => expect(await rows.nth(1).innerText()).toContain(sorted.at(-1)));
  expect(await rows.nth(0).getByRole('columnheader').first().getAttribute('aria-sort')).toBe('descending');
  await visit.page.getByRole('searchbox').fill(sorted[0] ?? '');
  await visit.page.waitForURL(/q=/);
  const csv = await downloaded(() => visit.follow('Export CSV'));
  const [header, ...people] = csv.trimEnd().split('\r\n');
  expect(header).toMatch(/^user_name,display_name,email,status,enrollment,/);
  expect(people).toEqual([expect.stringMatching(new RegExp(`^${sorted[0]},`))]);
});

test('the audit log is filtered by kind, administrator, day and person, and the URL contains the filter', async () => {
  const [person] = await org.admin.identities(org.integrationId);
  await visit.page.goto(`${server.url}/audit-log?person=${person?.id}&kind=PASSKEY_BOUND`);
  await visit.says('1–1 of 1');
  await visit.press('About one person');
  await visit.says(/1–\d of [^1]/);
  await visit.page.getByLabel('To').fill('2020-01-01');
  await visit.says('No event matches');
  await visit.press('Show everything');
  const who = visit.page.getByRole('searchbox', { name: 'Who' });
  await who.fill('nobody at all');
  await visit.says('No event matches');
  await visit.press('Show everything');
  await eventually(async () => expect(await who.inputValue()).toBe(''));
});
