import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { ConnectedOrg } from '../e2e/connected-org.js';
import { launchBrowser, startServer, type TestServer } from '../support/index.js';
import { consolePages } from './console-pages.js';
import { ConsoleVisit } from './console-visit.js';
import { connectFilledOrg } from './filled-org.js';

let server: TestServer;
let org: ConnectedOrg;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  org = await connectFilledOrg(server);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await org?.okta.stop();
  await server?.stop();
});

/** The dark scheme changes only colors, so only the rules about colors run again. */
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
      // Legacy mode works only for pages with a single frame, as here. It opens no helper page for each analysis.
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

test('keyboard users can skip the navigation to reach the content', async () => {
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
