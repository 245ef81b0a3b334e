import type { Browser } from 'playwright-core';
import { OktaRig } from '../integration/sign-in/okta-rig.js';
import { SignInApp } from '../integration/sign-in/sign-in-app.js';
import { launchBrowser } from '../support/index.js';
import { EnrollmentVisit } from './enrollment-visit.js';
import { flawsInEveryView } from './page-views.js';

let on: SignInApp;
let rig: OktaRig;
let browser: Browser;
let address: string;
let assigned = true;

beforeAll(async () => {
  on = await SignInApp.start();
  rig = await OktaRig.start(on);
  const { clientId, clientSecret } = rig.okta.org.webApps.register({
    redirectUris: [`${on.url}/enroll/callback`],
    assigned: () => assigned,
  });
  const { integrationId } = rig.key;
  await rig.ask('mutation ($input: ConfigureSelfEnrollmentInput!) { configureSelfEnrollment(input: $input) { url } }', {
    input: { integrationId, clientId, clientSecret },
  });
  address = `${on.url}/enroll?integration=${integrationId}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rig?.stop();
  await on?.stop();
});

let people = 0;

/** Adds a person in Okta. @param known if true, the person also has an identity in Rollcall, as after a SCIM push */
async function someone(known = true): Promise<{ login: string; id: string }> {
  const login = `ada.${(people += 1)}@acme.example`;
  const { id: externalId } = rig.okta.addPerson(login);
  if (!known) return { login, id: '' };
  const draft = { userName: login, externalId, displayName: 'Ada Lovelace', email: null, active: true, profile: {} };
  const { id } = await on.identities.create(rig.caller, rig.key.integrationId, draft);
  return { login, id };
}

/** Opens the address for self-enrollment, and signs in at Okta with a password. */
async function throughOkta(at: EnrollmentVisit, login: string): Promise<void> {
  await at.page.goto(address);
  await at.page.getByRole('link', { name: 'Sign in to Okta' }).click();
  await at.page.getByLabel('Username').fill(login);
  await at.page.getByRole('button', { name: 'Next' }).click();
  await at.page.getByLabel('Password').fill('any password');
  await at.page.getByRole('button', { name: 'Sign in' }).click();
}

test('a person signs in at Okta, creates a passkey without a link, and is registered', async () => {
  const { login, id } = await someone();
  const ada = await EnrollmentVisit.start(browser);
  await throughOkta(ada, login);
  await ada.heading('Create your passkey');
  await ada.says(login);
  await ada.press();
  await ada.heading('Your passkey is ready');
  expect((await on.identities.get(rig.caller, rig.key.integrationId, id)).activePasskeys).toBe(1);
  expect(ada.complaints).toEqual([]);
  await ada.end();
});

const STATES: Record<string, { heading: string; arrange(at: EnrollmentVisit): Promise<void> }> = {
  open: { heading: 'Create your passkey', arrange: async (at) => void (await at.page.goto(address)) },
  'not-available': {
    heading: 'There is no enrollment at this address',
    arrange: async (at) => void (await at.page.goto(`${on.url}/enroll?integration=${rig.key.tenantId}`)),
  },
  'start-again': {
    heading: 'This enrollment has ended',
    arrange: async (at) => void (await at.page.goto(`${on.url}/enroll/callback?code=one&state=two`)),
  },
  'unknown-person': {
    heading: 'Your account is not known here yet',
    arrange: async (at) => throughOkta(at, (await someone(false)).login),
  },
  suspended: {
    heading: 'This account is suspended',
    async arrange(at) {
      const { login, id } = await someone();
      await on.identities.setActive(rig.caller, rig.key.integrationId, id, false);
      await throughOkta(at, login);
    },
  },
  'okta-failed': {
    heading: 'The sign-in at Okta did not succeed',
    async arrange(at) {
      rig.okta.org.webApps.alterClaims = (claims) => ({ ...claims, nonce: 'another' });
      await throughOkta(at, (await someone()).login);
      await at.heading('The sign-in at Okta did not succeed');
      rig.okta.org.webApps.alterClaims = (claims) => claims;
    },
  },
  'not-allowed': {
    heading: 'Okta did not let you in',
    async arrange(at) {
      assigned = false;
      await throughOkta(at, (await someone()).login);
      assigned = true;
    },
  },
};

it.each(Object.keys(STATES))(
  'the state %s has clear text and no serious accessibility violation in any view',
  async (state) => {
    const { heading, arrange } = STATES[state]!;
    const at = await EnrollmentVisit.start(browser);
    await arrange(at);
    await at.heading(heading);
    expect(await flawsInEveryView(at.page, `self-enrollment-${state}`)).toEqual([]);
    expect(at.complaints).toEqual([]);
    await at.end();
  },
);
