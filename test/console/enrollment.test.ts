import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { type PasskeysApp, startPasskeysApp } from '../integration/passkeys/passkeys-app.js';
import { launchBrowser } from '../support/index.js';
import { EnrollmentVisit, freePort } from './enrollment-visit.js';

let on: PasskeysApp;
let browser: Browser;
const visits: EnrollmentVisit[] = [];

beforeAll(async () => {
  const port = await freePort();
  on = await startPasskeysApp(`http://localhost:${port}`);
  await on.syncs.configure(on.caller, {
    integrationId: on.integration.id,
    oktaDomain: 'acme.okta.com',
    apiToken: '00a-token-of-okta',
  });
  await on.app.listen(port, '127.0.0.1');
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const visit of visits.splice(0)) {
    expect(visit.complaints).toEqual([]);
    await visit.end();
  }
});

afterAll(async () => {
  await browser?.close();
  await on?.stop();
});

async function visit(options: BrowserContextOptions = {}): Promise<EnrollmentVisit> {
  const started = await EnrollmentVisit.start(browser, options);
  visits.push(started);
  return started;
}

async function linkFor(userName: string): Promise<{ identityId: string; url: string; again: () => Promise<string> }> {
  const { id: identityId } = await on.person(userName, `${userName} Lovelace`);
  const again = async () => (await on.enrollments.createEnrollment(on.caller, { identityId })).url;
  return { identityId, url: await again(), again };
}

const activePasskeys = async (id: string) => (await on.identities.get(on.caller, on.integration.id, id)).activePasskeys;

describe('with an open link', () => {
  test('a person binds a passkey by keyboard, sees their progress, and sees when Okta knows', async () => {
    const { identityId, url } = await linkFor('Ada');
    const ada = await visit();
    await ada.page.goto(url);
    await ada.says('Ada Lovelace');
    expect(await ada.page.getByText('Acme', { exact: true }).isVisible()).toBe(true);

    await ada.page.keyboard.press('Tab');
    await ada.page.keyboard.press('Enter');
    await ada.heading('Your passkey is ready');
    expect(await ada.page.evaluate('document.activeElement.textContent')).toBe('Your passkey is ready');
    expect(await ada.page.title()).toBe('Your passkey is ready');
    await ada.says('Updating Okta…');
    expect(await ada.credentials()).toBe(1);
    expect(await activePasskeys(identityId)).toBe(1);

    on.reporter.confirm(DEFAULT_TENANT_ID, identityId);
    await ada.says('Okta knows.');

    await ada.page.reload();
    await ada.heading('This link has already been used');
    await ada.says('Okta knows.');
  });

  test("if the server's answer is lost, the page sends the response again, also after a reload, and reports success", async () => {
    const { identityId, url } = await linkFor('Radia');
    const radia = await visit();
    await radia.page.goto(url);
    let lost = 0;
    const isLost = { more: true };
    await radia.page.route('**/verify', async (route) => {
      if (!isLost.more) return route.continue();
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await radia.press();
    await radia.says('The server could not be reached');
    expect([lost, await activePasskeys(identityId)]).toEqual([3, 1]);
    isLost.more = false;
    await radia.page.reload();
    await radia.heading('Your passkey is ready');
    await radia.page.reload();
    await radia.heading('This link has already been used');
    expect(await activePasskeys(identityId)).toBe(1);
  });

  test('a person who fails the fingerprint check has created no passkey, and can try again', async () => {
    const { identityId, url } = await linkFor('Grace');
    const grace = await visit();
    await grace.verifiesPerson(false);
    await grace.page.goto(url);
    await grace.press();
    await grace.says('No passkey was created');
    expect(await activePasskeys(identityId)).toBe(0);
    await grace.verifiesPerson(true);
    await grace.press('Try again');
    await grace.heading('Your passkey is ready');
    expect(await activePasskeys(identityId)).toBe(1);
  });

  test('on a device that already has a passkey the page says so, and the link can be used on another device', async () => {
    const { identityId, url, again } = await linkFor('Edsger');
    const edsger = await visit();
    await edsger.page.goto(url);
    await edsger.press();
    await edsger.heading('Your passkey is ready');
    const second = await again();
    await edsger.page.goto(second);
    await edsger.press();
    await edsger.heading('This device already has your passkey');
    const elsewhere = await visit();
    await elsewhere.page.goto(second);
    await elsewhere.press();
    await elsewhere.heading('Your passkey is ready');
    expect(await activePasskeys(identityId)).toBe(2);
  });

  test('a reload leaves the link open, both before the button is pressed and after a failed check', async () => {
    const { url } = await linkFor('Donald');
    const donald = await visit();
    await donald.page.goto(url);
    await donald.page.reload();
    await donald.says('Donald Lovelace');
    await donald.verifiesPerson(false);
    await donald.press();
    await donald.says('No passkey was created');
    await donald.page.reload();
    await donald.heading('Create your passkey');
    await donald.verifiesPerson(true);
    await donald.press();
    await donald.heading('Your passkey is ready');
  });

  test('a browser without WebAuthn is named as the obstacle', async () => {
    const { url } = await linkFor('Tony');
    const tony = await visit();
    await tony.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await tony.page.goto(url);
    await tony.heading('This browser cannot create passkeys');
  });

  test('an address that passkeys cannot be bound to is named as the obstacle', async () => {
    const { url } = await linkFor('Niklaus');
    const niklaus = await visit();
    await niklaus.page.goto(url.replace('localhost', '127.0.0.1'));
    await niklaus.press();
    await niklaus.says('Passkeys cannot be created at this address.');
  });

  test('a lost connection is reported, and the next try goes through', async () => {
    const { url } = await linkFor('Barbara');
    const barbara = await visit();
    await barbara.page.goto(url);
    await barbara.context.setOffline(true);
    await barbara.press();
    await barbara.says('The server could not be reached.');
    await barbara.context.setOffline(false);
    await barbara.press('Try again');
    await barbara.heading('Your passkey is ready');
  });

  test('a link that ends while the page is open leads to the right text', async () => {
    const { identityId, url, again } = await linkFor('Linus');
    const linus = await visit();
    await linus.page.goto(url);
    await again();
    await linus.press();
    await linus.heading('There is a newer link for you');

    await linus.page.goto(await again());
    await on.identities.setActive(on.caller, on.integration.id, identityId, false);
    await linus.press();
    await linus.heading('This account is suspended');
  });

  test.each([
    ['expired', 'This link has expired'],
    ['cut short', 'We do not recognize this link'],
  ])('a link that is %s says so, and offers no button', async (how, heading) => {
    const { url } = await linkFor(`Dennis, ${how}`);
    const dennis = await visit();
    if (how === 'expired') on.clock.advance(7 * 24 * 3600 * 1000);
    await dennis.page.goto(how === 'expired' ? url : url.slice(0, -1));
    await dennis.heading(heading);
    expect(await dennis.page.getByRole('button').count()).toBe(0);
  });

  test('without JavaScript the page says that it needs JavaScript', async () => {
    const { url } = await linkFor('Alan');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    await context.close();
  });
});

describe.each([
  ['light', []],
  ['dark', ['color-contrast']],
] as const)('in %s', (colorScheme, onlyRules) => {
  /**
   * The page has one frame, so axe's legacy mode works. Only rules about colors run in the dark scheme, because all
   * others have the same result in both schemes.
   */
  const audit = async ({ page }: EnrollmentVisit) => {
    const axe = new AxeBuilder({ page }).setLegacyMode();
    return (await (onlyRules.length > 0 ? axe.withRules([...onlyRules]) : axe).analyze()).violations;
  };

  test('every kind of state is accessible', async () => {
    const { identityId, url, again } = await linkFor(`Margaret in ${colorScheme}`);
    const margaret = await visit({ colorScheme, viewport: { width: 360, height: 720 }, reducedMotion: 'reduce' });
    await margaret.verifiesPerson(false);
    await margaret.page.goto(url);
    await margaret.press();
    await margaret.says('No passkey was created');
    expect(await audit(margaret)).toEqual([]);
    await margaret.verifiesPerson(true);
    await margaret.press('Try again');
    await margaret.says('Updating Okta…');
    expect(await audit(margaret)).toEqual([]);

    const open = await again();
    await on.identities.setActive(on.caller, on.integration.id, identityId, false);
    await margaret.page.goto(open);
    await margaret.heading('This account is suspended');
    expect(await audit(margaret)).toEqual([]);
  });

  test('nothing is wider than a narrow phone', async () => {
    const { url } = await linkFor(`${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)} ${colorScheme}`);
    const narrow = await visit({ colorScheme, viewport: { width: 320, height: 568 } });
    await narrow.page.goto(url);
    await narrow.page.getByRole('button').waitFor();
    expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});
