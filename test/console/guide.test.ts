import type { Browser, Page } from 'playwright-core';
import { OktaSimulator, type ScimApp } from '../../apps/okta-simulator/src/index.js';
import { addAuthenticator, eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

const PEOPLE = 25;
const PERSON = 'person.7@rollcall.example';

let server: TestServer;
let okta: OktaSimulator;
let browser: Browser;
let visit: ConsoleVisit;
let app: ScimApp;
/** The browser of the person, on the device that has the passkey. */
let person: Page;

beforeAll(async () => {
  server = await startServer();
  okta = await OktaSimulator.start();
  browser = await launchBrowser();
  visit = await ConsoleVisit.start(browser, server);
  await visit.signIn();
});
afterAll(async () => {
  await browser?.close();
  await okta?.stop();
  await server?.stop();
});

async function signInAtOkta(login: string): Promise<void> {
  await person.goto(`${okta.url}/signin`);
  await person.getByLabel('Username').fill(login);
  await person.getByRole('button', { name: 'Next' }).click();
}

/** The steps of the guide, in order. Each test continues where the one before it ended. */
describe('the guide, through the wizard', () => {
  test('an Okta integration is added', async () => {
    await visit.follow('Add Directory Integration');
    await visit.page.getByRole('radio', { name: 'Okta', exact: false }).first().check();
    await visit.page.getByRole('textbox', { name: 'Name' }).fill('Acme');
    await visit.press('Add and continue');
    await visit.heading('Set up Acme');
  });

  test('a token is generated and shown once', async () => {
    await visit.press('Generate');
    await visit.says('This token is shown once');
    await visit.press('Show Token');
    const token = await visit.value('Token');
    const scimUrl = await visit.value('SCIM URL');
    expect(token).toMatch(/^rcs_/);
    await visit.page.getByRole('checkbox', { name: 'I have saved the token' }).check();
    app = okta.addScimApp({ dialect: 'catalog', baseUrl: scimUrl, token });

    await visit.page.reload();
    await visit.says('cannot be viewed again');
    expect(await visit.page.content()).not.toContain(token);
  });

  test('the registration attribute is configured, found missing and created', async () => {
    await visit.follow('Configure the Registration Attribute');
    await visit.page.getByRole('textbox', { name: 'Okta Domain' }).fill(okta.domain);
    await visit.page.getByRole('textbox', { name: 'Okta Token' }).fill(okta.apiToken);
    await visit.press('Save and test connection');
    await visit.press('Create attribute in Okta');
    await visit.says(`Rollcall can write byndidRegistered in ${okta.domain}.`);
  });

  test('sign-in is enabled, and the identity provider is made in Okta', async () => {
    await visit.press('Next: Set up sign-in');
    await visit.press('Enable sign-in');
    await visit.says('This client secret is shown once');
    await visit.press('Set up in Okta');
    await visit.says('The identity provider and the routing rule are in Okta.');
    await visit.page.getByText('Not active').first().waitFor();

    await visit.page.reload();
    await visit.says('Rollcall is ready to sign people in.');
    await visit.page.getByText('This client secret is shown once').waitFor({ state: 'detached' });
  });

  test('the checklist is updated as Okta sends requests', async () => {
    await visit.press('Next: Finish in Okta');
    await visit.says('Waiting for Okta: press Test API Credentials');
    await app.testCredentials();
    await visit.says(/^Received \d/);
    const logins = okta.addPeople(PEOPLE).map(({ profile }) => String(profile['login']));
    expect(await app.assign(logins)).toMatchObject({ failed: [] });
    await visit.says(`${PEOPLE} people so far`);
    await app.pushGroup('Engineering', logins.slice(0, 10));
    await visit.says('1 group so far');
    await visit.press('Next: Turn routing on');
    await visit.says('Do not lock yourself out');
    await visit.press('Turn routing on…');
    await visit.page.getByRole('textbox', { name: 'Type “Acme” to confirm' }).fill('Acme');
    await visit.press('Turn routing on');
    await visit.says('Routing is on');
    await visit.press('Finish');
    await visit.heading('Acme');
  });

  test('a person is found and sent a link, binds a passkey, and Okta knows', async () => {
    await visit.follow('Identities');
    await visit.page.getByRole('searchbox', { name: 'Search by name or e-mail' }).fill('person.7@');
    await visit.says('1–1 of 1');
    await visit.page
      .getByRole('table', { name: 'Identities' })
      .getByRole('link', { name: /Person/ })
      .click();
    await visit.says('has never had a passkey');
    await visit.press('Create enrollment link');
    const url = await visit.value('Enrollment link');

    person = await (await browser.newContext()).newPage();
    await addAuthenticator(person);
    // Turns autofill off, because the virtual authenticator would answer the autofill request of the sign-in page at
    // once.
    await person.addInitScript(
      'if (globalThis.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;',
    );
    await person.goto(url);
    await person.getByRole('button', { name: 'Create passkey' }).click();
    await person.getByRole('heading', { name: 'Your passkey is ready' }).waitFor();

    await visit.says('Has a passkey, and Okta knows');
    expect(okta.trueSet()).toEqual([PERSON]);
  });

  test('Okta sends the person to their passkey, and opens a session for them', async () => {
    await signInAtOkta(PERSON);
    await person.getByRole('heading', { name: 'Sign in with your passkey' }).waitFor();
    expect(new URL(person.url()).origin).toBe(server.url);
    await person.getByRole('button', { name: 'Sign in', exact: true }).click();
    await person.getByRole('heading', { name: 'My Apps' }).waitFor();
    expect(person.url()).toBe(`${okta.url}/app/UserHome`);
    expect(await person.locator('[data-user]').getAttribute('data-user')).toBe(PERSON);
    expect(okta.org.signIns.all.at(-1)).toMatchObject({ outcome: 'SUCCESS', login: PERSON });
    await person.goto(`${okta.url}/login/signout`);
  });

  test('a person without a passkey signs in to Okta with a password as before', async () => {
    await signInAtOkta('person.8@rollcall.example');
    await person.getByRole('heading', { name: 'Sign in with your password' }).waitFor();
  });

  test('the last passkey is revoked, and Okta knows that too', async () => {
    await visit.page.getByRole('button', { name: /^Revoke/ }).click();
    await visit.says('It is the person’s last passkey');
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await eventually(() => expect(okta.trueSet()).toEqual([]));
    await visit.says('Without a passkey, this person must not be registered in Okta.');
    await signInAtOkta(PERSON);
    await person.getByRole('heading', { name: 'Sign in with your password' }).waitFor();
  });

  test('the group shows its members', async () => {
    await visit.follow('Groups');
    await visit.heading('Groups');
    await visit.follow('Engineering');
    await visit.says('10 members');
    await visit.says('1–10 of 10');
  });

  test('a second token takes over before the first is revoked', async () => {
    await visit.open('/directory/integrations');
    await visit.follow('Acme');
    await visit.heading('Acme');
    await visit.page.getByRole('tab', { name: 'Credentials' }).click();
    await visit.press('Generate Credentials');
    await visit.page.getByRole('textbox', { name: 'Name' }).fill('Second');
    await visit.press('Generate');
    await visit.press('Show Token');
    const token = await visit.value('Token');
    const scimUrl = await visit.value('SCIM URL');
    await visit.page.getByRole('checkbox', { name: 'I have saved the token' }).check();
    await visit.press('Done');
    await visit.says('Rotation: waiting for Okta to use the new token');
    await okta.addScimApp({ dialect: 'catalog', baseUrl: scimUrl, token }).testCredentials();
    await visit.says('Rotation: Okta uses the new token');
    await visit.page.getByRole('button', { name: /^Revoke Bearer Token/ }).click();
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await visit.says('calls with it are refused from now on');
    await expect(app.testCredentials()).rejects.toThrow(/401/);
  });

  test('the integration is deleted only after its name is typed, and while routing is on only if it is forced', async () => {
    await visit.page.getByRole('tab', { name: 'Settings' }).click();
    await visit.press('Delete…');
    const confirm = visit.page.getByRole('button', { name: 'Delete for good' });
    expect(await confirm.isDisabled()).toBe(true);
    await visit.page.getByRole('textbox', { name: /Type/ }).fill('Acme');
    await confirm.click();
    await visit.says('is active, so its users could not sign in to Okta');
    await visit.page.getByRole('checkbox', { name: /^Delete it anyway/ }).check();
    await confirm.click();
    await visit.says('No directory is connected yet');
  });

  test('nothing was refused by the content security policy', () => {
    expect(visit.complaints).toEqual([]);
  });
});
