import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';
import { connectFilledOrg } from './filled-org.js';

/** Maximum number of Tab presses. Every page has fewer Tab stops. */
const MAX_STOPS = 80;

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;
let visit: ConsoleVisit;

beforeAll(async () => {
  server = await startServer();
  org = await connectFilledOrg(server);
  browser = await launchBrowser();
  visit = await ConsoleVisit.start(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

/** The element that has the focus, as a screen reader announces it. */
const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    const e = document.activeElement;
    const labels = [...(e.labels ?? [])].map((label) => label.textContent);
    return (e.getAttribute('aria-label') ?? labels[0] ?? e.textContent ?? '').trim();
  })()`);

/** Presses Tab until the element with this name has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await visit.page.keyboard.press('Tab');
    const here = await focused(visit.page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`no stop at ${name}, only at ${passed.join(' | ')}`);
}

async function enter(name: string | RegExp): Promise<void> {
  await tabTo(name);
  await visit.page.keyboard.press('Enter');
}

test('Tab and Enter are enough to get from the sign-in to the first step of the guide', async () => {
  await visit.open('/sign-in');
  await visit.heading('Sign in');
  const token = visit.page.getByRole('textbox', { name: 'Admin token' });
  await eventually(() => token.isVisible());
  if (!(await focused(visit.page)).startsWith('Admin token')) await tabTo(/^Admin token/);
  await visit.page.keyboard.insertText(server.adminToken);
  await visit.page.keyboard.press('Enter');
  await visit.heading('Overview');
  await enter('Directory Integrations');
  await visit.heading('Directory Integrations');
  await enter('Add Directory Integration');
  await visit.heading('Add Directory Integration');
  await tabTo(/^Okta/);
  await tabTo(/^Name/);
  await visit.page.keyboard.press('ControlOrMeta+A');
  await visit.page.keyboard.insertText('By keyboard');
  await visit.page.keyboard.press('Enter');
  await visit.heading('Set up By keyboard');
  await visit.page.getByRole('button', { name: 'Generate', exact: true }).waitFor();
  await enter('Generate');
  await visit.says('This token is shown once');
});

test('a drawer opens by Enter, closes by Escape, and gives the focus back', async () => {
  await visit.arrive(`/directory/integrations/${org.integrationId}/requests`, 'Acme');
  await visit.page.getByRole('button', { name: 'POST /Groups' }).waitFor();
  await enter('POST /Groups');
  await visit.page.getByRole('dialog', { name: 'SCIM request' }).waitFor();
  await eventually(() => visit.page.evaluate<boolean>(`document.activeElement.closest('[role=dialog]') !== null`));
  await visit.page.keyboard.press('Escape');
  await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually(async () => expect(await focused(visit.page)).toBe('POST /Groups'));
});

test('a dialog keeps the focus until Escape closes it, and gives it back', async () => {
  await visit.arrive('/webhooks', 'Webhooks');
  await enter('Add webhook');
  await visit.page.getByRole('dialog', { name: 'Add webhook' }).waitFor();
  await eventually(async () => expect(await focused(visit.page)).toBe('URL'));
  for (let stop = 0; stop < 15; stop += 1) {
    await visit.page.keyboard.press('Tab');
    expect(await visit.page.evaluate<boolean>(`document.activeElement.closest('[role=dialog]') !== null`)).toBe(true);
  }
  await visit.page.keyboard.press('Escape');
  await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually(async () => expect(await focused(visit.page)).toBe('Add webhook'));
});

test('the figures behind a chart open by keyboard', async () => {
  await visit.arrive('/overview', 'Overview');
  await visit.says('Oldest in the queue');
  await enter('Queue as a table');
  await visit.page.getByRole('region', { name: 'Queue, figures' }).getByRole('row').nth(5).waitFor();
});

describe('shortcuts', () => {
  const dialog = (name: string) => visit.page.getByRole('dialog', { name });
  const press = (key: string) => visit.page.keyboard.press(key);

  test('Ctrl-K finds pages, people, groups and integrations, and Enter goes there', async () => {
    const [person] = await org.admin.identities(org.integrationId);
    await visit.arrive('/overview', 'Overview');
    await press('Control+K');
    await dialog('Search').getByRole('option', { name: 'Audit log' }).waitFor();
    await visit.page.keyboard.insertText(String(person?.userName));
    const results = dialog('Search').getByRole('listbox', { name: 'Results' });
    await eventually(async () => expect(await results.getByRole('option').count()).toBe(2));
    await press('Enter');
    await visit.page.waitForURL(`**/directory/identities/${person?.id}`);

    await press('Control+K');
    await visit.page.keyboard.insertText('engin');
    await results.getByRole('option', { name: 'Engineering' }).waitFor();
    await press('Enter');
    await visit.heading('Engineering');

    await press('Control+K');
    await visit.page.keyboard.insertText('acme');
    await results.getByRole('option', { name: 'Acme' }).waitFor();
    await press('Escape');
    await dialog('Search').waitFor({ state: 'detached' });

    await press('Control+K');
    await visit.page.keyboard.insertText('no such name');
    await dialog('Search').getByText('Nothing found').waitFor();
    await press('Escape');
  });

  test('/ goes to the search field of a page, ? lists the shortcuts, and single keys can be switched off', async () => {
    await visit.arrive('/directory/identities', 'Identities');
    await press('/');
    expect(await focused(visit.page)).toBe('Search by name or e-mail');
    await visit.page.keyboard.type('/?');
    await eventually(async () => expect(await visit.page.getByRole('searchbox').inputValue()).toBe('/?'));
    expect(await dialog('Keyboard shortcuts').count()).toBe(0);

    await visit.arrive('/audit-log', 'Audit log');
    await press('?');
    await dialog('Keyboard shortcuts').getByRole('switch', { name: 'Shortcuts of a single key' }).click();
    await press('Escape');
    await dialog('Keyboard shortcuts').waitFor({ state: 'detached' });
    await press('?');
    await press('Control+K');
    await dialog('Search').waitFor();
    expect(await dialog('Keyboard shortcuts').count()).toBe(0);
    await press('Escape');
    await dialog('Search').waitFor({ state: 'detached' });
    await visit.press('Search');
    await dialog('Search').waitFor();
  });

  test('has no serious flaw for assistive technology while it is open', async () => {
    await visit.arrive('/overview', 'Overview');
    await press('Control+K');
    await dialog('Search').getByRole('option', { name: 'Audit log' }).waitFor();
    const { violations } = await new AxeBuilder({ page: visit.page })
      .setLegacyMode()
      .include('[role=dialog]')
      .analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
});
