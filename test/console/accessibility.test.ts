import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { consolePages } from './console-pages.js';
import { ConsoleVisit } from './console-visit.js';
import { seedTrends } from './seed-trends.js';

jest.setTimeout(240_000);

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  const logins = org.okta.addPeople(3).map(({ profile }) => String(profile['login']));
  await org.app.assign(logins);
  await org.app.pushGroup('Engineering', logins.slice(0, 1));
  const [bound] = await org.admin.identities(org.integrationId);
  await org.admin.recordPasskey(String(bound?.id));
  await eventually(() => expect(org.okta.trueSet()).toEqual([bound?.userName]));
  org.okta.setProfile(String(bound?.userName), { byndidRegistered: false });
  await seedTrends(server.databaseUrl, org.integrationId);
  const { endpoint } = await org.admin.createWebhook('https://hooks.acme.invalid/rollcall');
  await org.admin.testWebhook(endpoint.id);
  const run = await org.admin.startReconciliation(org.integrationId);
  await eventually(async () => expect((await org.admin.reconciliationRun(run.id)).drifted).toBe(1), {
    timeoutMs: 30_000,
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

/** The colour scheme changes nothing but colours. */
const views = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1280, rules: ['color-contrast'] },
] as const;

test.each(views)(
  'no page has a serious flaw for assistive technology or is too wide: $colorScheme, $width px',
  async (view) => {
    const { colorScheme, width } = view;
    const visit = await ConsoleVisit.start(browser, server, { colorScheme, viewport: { width, height: 844 } });
    const flaws: string[] = [];
    const look = async (path: string) => {
      // One frame only: legacy mode spares a helper page for each look.
      const axe = new AxeBuilder({ page: visit.page }).setLegacyMode();
      if ('rules' in view) axe.withRules([...view.rules]);
      const { violations } = await axe.analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      flaws.push(...serious.map(({ id, nodes }) => `${path}: ${id} at ${nodes[0]?.html}`));
      if (await visit.page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth')) {
        flaws.push(`${path}: too wide`);
      }
    };
    await visit.open('/sign-in');
    await visit.heading('Sign in');
    await look('/sign-in');
    await visit.signIn();
    for (const { path, heading } of await consolePages(org)) {
      await visit.arrive(path, heading);
      await look(path);
    }
    expect(flaws).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  },
);

test('the content is reached by keyboard without walking through the navigation', async () => {
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn();
  await visit.open('/directory/integrations');
  await visit.says('Acme');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Enter');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Enter');
  await visit.heading('Acme');
  await visit.end();
});
