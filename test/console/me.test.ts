import type { Caller } from '@rollcall/platform';
import type { Browser } from 'playwright-core';
import { type Client, type Person, SignInApp } from '../integration/sign-in/sign-in-app.js';
import { launchBrowser } from '../support/index.js';
import { addDevices, ME_STATES, openMe, signInAtMe } from './me-states.js';
import { flawsInEveryView } from './page-views.js';
import { SignInVisit } from './sign-in-visit.js';

let on: SignInApp;
let caller: Caller;
let client: Client;
let browser: Browser;
const visits: SignInVisit[] = [];

beforeAll(async () => {
  on = await SignInApp.start(undefined, { SIGN_IN_RATE_LIMIT: '0' });
  caller = await on.tenant('Acme Corporation');
  client = await on.client(caller);
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

async function visit(person: Person, autofill = false): Promise<SignInVisit> {
  const started = await SignInVisit.start(browser, { autofill });
  visits.push(started);
  await started.holds(person.device);
  return started;
}

let people = 0;
const someone = (): Promise<Person> =>
  on.person(caller, client.integrationId, `ada.lovelace.${(people += 1)}@acme.example`);

it.each(Object.keys(ME_STATES))(
  'the state %s has clear text and no serious accessibility violation in any view',
  async (state) => {
    const { heading, arrange } = ME_STATES[state]!;
    const person = await someone();
    const at = await visit(person);
    await arrange(at, person, { on, caller });
    await at.heading(heading);
    expect(await flawsInEveryView(at.page, `me-${state}`)).toEqual([]);
  },
);

test('a person signs in and removes a passkey by keyboard', async () => {
  const ada = await someone();
  await addDevices({ on, caller }, ada);
  const at = await visit(ada);
  await openMe(at, { on });
  await at.page.getByRole('button', { name: 'Sign in', exact: true }).focus();
  await at.page.keyboard.press('Enter');
  const remove = at.page.getByRole('button', { name: 'Remove Security key' });
  await remove.focus();
  await at.page.keyboard.press('Enter');
  // At first, the button that keeps the passkey has the focus. Escape keeps the passkey too.
  expect(await at.page.evaluate('document.activeElement.textContent')).toBe('Keep it');
  await at.page.keyboard.press('Escape');
  expect(await at.page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Remove Security key');
  await at.page.keyboard.press('Enter');
  await at.page.keyboard.press('Shift+Tab');
  await at.page.keyboard.press('Enter');
  await at.says('The passkey was removed.');
  expect((await on.identities.get(caller, client.integrationId, ada.id)).activePasskeys).toBe(2);
});

test("if the browser offers passkeys in the field's menu, the person need not press a button", async () => {
  const ada = await someone();
  const at = await visit(ada, true);
  await openMe(at, { on });
  await at.says(ada.userName);
});

test('the browser is asked to forget a passkey that the person removed', async () => {
  const ada = await someone();
  const at = await visit(ada);
  const signals: [string, object][] = [];
  await at.page.exposeFunction('signalled', (name: string, options: object) => void signals.push([name, options]));
  await at.page.addInitScript(`
    if (globalThis.PublicKeyCredential)
      PublicKeyCredential.signalUnknownCredential = async (options) => signalled('signalUnknownCredential', options);`);
  await signInAtMe(at, { on });
  await at.page.locator('[data-remove]').click();
  await at.press('Remove passkey');
  await at.heading('Your last passkey was removed');
  const credentialId = Buffer.from(ada.device.exported().credentialId, 'base64').toString('base64url');
  expect(signals).toEqual([['signalUnknownCredential', { rpId: 'localhost', credentialId }]]);
});

test('the back button after signing out shows no passkeys', async () => {
  const ada = await someone();
  const at = await visit(ada);
  await signInAtMe(at, { on });
  await at.press('Sign out');
  await at.heading('You are signed out');
  await at.page.goto('about:blank');
  await at.page.goBack();
  await at.page.locator('main[data-state="OPEN"]').waitFor();
  expect(await at.page.getByText(ada.userName).count()).toBe(0);
});
