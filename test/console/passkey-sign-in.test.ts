import type { Caller } from '@rollcall/platform';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { RelyingParty, type Request } from '../integration/sign-in/relying-party.js';
import { type Client, type Person, SignInApp } from '../integration/sign-in/sign-in-app.js';
import { launchBrowser } from '../support/index.js';
import { SignInVisit } from './sign-in-visit.js';

jest.setTimeout(600_000);

const PEOPLE = 100;

let on: SignInApp;
let caller: Caller;
let client: Client;
let party: RelyingParty;
let browser: Browser;
const visits: SignInVisit[] = [];

beforeAll(async () => {
  on = await SignInApp.start();
  caller = await on.tenant('Acme Corporation');
  client = await on.client(caller);
  party = await RelyingParty.discover(client);
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

async function visit(options: BrowserContextOptions = {}, autofill = false): Promise<SignInVisit> {
  const started = await SignInVisit.start(browser, options, { autofill });
  visits.push(started);
  return started;
}

let people = 0;
const someone = (): Promise<Person> =>
  on.person(caller, client.integrationId, `ada.lovelace.${(people += 1)}@acme.example`);

async function arrive(at: SignInVisit, parameters: Record<string, string> = {}): Promise<Request> {
  const request = party.request(parameters);
  await at.page.goto(request.url.href);
  return request;
}

const views = [
  ['desktop-light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['desktop-dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ['phone-light', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }],
  ['phone-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const;

/** Brings a browser into each state of the page. */
const STATES: Record<string, { heading: string; arrange(at: SignInVisit, person: Person): Promise<void> }> = {
  open: { heading: 'Sign in with your passkey', arrange: async (at) => void (await arrive(at)) },
  'open-named': {
    heading: 'Sign in with your passkey',
    arrange: async (at, { userName }) => void (await arrive(at, { login_hint: userName })),
  },
  'open-autofill': {
    heading: 'Sign in with your passkey',
    async arrange(at) {
      await at.page.addInitScript(`
        PublicKeyCredential.isConditionalMediationAvailable = async () => true;
        navigator.credentials.get = () => new Promise(() => undefined);`);
      await arrive(at);
      await at.page.getByLabel('Passkeys in this browser').waitFor();
    },
  },
  canceled: {
    heading: 'Sign in with your passkey',
    async arrange(at) {
      await at.verifiesPerson(false);
      await arrive(at);
      await at.press();
      await at.says('No passkey was used');
    },
  },
  'unknown-passkey': {
    heading: 'This passkey is not known here',
    async arrange(at, { id }) {
      await on.identities.delete(caller, client.integrationId, id);
      await arrive(at);
      await at.press();
    },
  },
  'passkey-revoked': {
    heading: 'This passkey was revoked',
    async arrange(at, { passkeyId }) {
      await on.passkeys.revokePasskey(caller, passkeyId);
      await arrive(at);
      await at.press();
    },
  },
  'identity-inactive': {
    heading: 'This account is deactivated',
    async arrange(at, { id }) {
      await on.identities.setActive(caller, client.integrationId, id, false);
      await arrive(at);
      await at.press();
    },
  },
  'another-person': {
    heading: 'This passkey belongs to another account',
    async arrange(at) {
      await arrive(at, { login_hint: 'grace.hopper@acme.example' });
      await at.press();
    },
  },
  'too-many-tries': {
    heading: 'Too many tries',
    async arrange(at) {
      await arrive(at);
      await at.page.evaluate(`(async () => {
        for (let n = 0; n < 10; n += 1) {
          await fetch(location.pathname + '/verify', {
            method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
        }
      })()`);
      await at.press();
    },
  },
  unsupported: {
    heading: 'This browser cannot use passkeys',
    async arrange(at) {
      await at.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
      await arrive(at);
    },
  },
  expired: {
    heading: 'This sign-in has ended',
    async arrange(at) {
      await arrive(at);
      await on.database.execute(`delete from sign_in_records where model = 'Interaction'`);
      await at.press();
    },
  },
  'expired-reload': {
    heading: 'This sign-in has ended',
    async arrange(at) {
      await arrive(at);
      await on.database.execute(`delete from sign_in_records where model = 'Interaction'`);
      await at.page.reload();
    },
  },
  'cookies-blocked': {
    heading: 'This browser sent no cookie',
    async arrange(at) {
      await arrive(at);
      await at.context.clearCookies();
      await at.page.reload();
    },
  },
  'set-up-wrong': {
    heading: 'Sign-in is not set up correctly',
    arrange: async (at) => void (await arrive(at, { redirect_uri: 'https://acme.okta.com/elsewhere' })),
  },
};

describe.each(views)('in %s', (name, options) => {
  it.each(Object.keys(STATES))('the state %s has clear words, a way on and no serious flaw', async (state) => {
    const { heading, arrange } = STATES[state]!;
    const person = await someone();
    const at = await visit(options);
    await at.holds(person.device);
    await arrange(at, person);
    await at.heading(heading);
    await at.picture(`${state}-${name}`);
    expect(await at.flaws()).toEqual([]);
    if (state === 'set-up-wrong') return;
    expect(
      await at.page
        .getByText(/^(Back|Go) to Okta$/)
        .locator('visible=true')
        .count(),
    ).toBe(1);
  });
});

test('a person signs in by keyboard and lands at the client', async () => {
  const ada = await someone();
  const at = await visit();
  await at.holds(ada.device);
  const { checks } = await arrive(at, { login_hint: ada.userName });
  await at.says(ada.userName);
  await at.page.getByRole('button', { name: 'Sign in', exact: true }).focus();
  await at.page.keyboard.press('Enter');
  const tokens = await party.tokens(await at.callback(), checks);
  expect(tokens.claims()).toMatchObject({ sub: ada.id });
});

test('where the browser offers passkeys by itself, no button has to be pressed', async () => {
  const ada = await someone();
  const at = await visit({}, true);
  await at.holds(ada.device);
  const { checks } = await arrive(at);
  expect((await party.tokens(await at.callback(), checks)).claims()).toMatchObject({ sub: ada.id });
});

test('"Back to Okta" answers access_denied at the callback', async () => {
  const at = await visit();
  await arrive(at);
  await at.press('Back to Okta');
  expect((await at.callback()).searchParams.get('error')).toBe('access_denied');
});

test('after a refusal another passkey works in the same sign-in', async () => {
  const [ada, grace] = [await someone(), await someone()];
  const at = await visit();
  await at.holds(ada.device);
  const { checks } = await arrive(at, { login_hint: grace.userName });
  await at.press();
  await at.heading('This passkey belongs to another account');
  await at.holds(grace.device);
  await at.press('Try another passkey');
  expect((await party.tokens(await at.callback(), checks)).claims()).toMatchObject({ sub: grace.id });
});

test('two tabs of one browser sign in on their own', async () => {
  const ada = await someone();
  const at = await visit();
  await at.holds(ada.device);
  const first = await arrive(at);
  const tab = await at.context.newPage();
  await tab.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false;');
  await tab.goto(party.request().url.href);
  await at.press();
  expect((await party.tokens(await at.callback(), first.checks)).claims()).toMatchObject({ sub: ada.id });
  expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in with your passkey');
  await tab.reload();
  expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in with your passkey');
});

test('the back button after a sign-in leads to a page that says it has ended', async () => {
  const ada = await someone();
  const at = await visit();
  await at.holds(ada.device);
  await arrive(at);
  const page = at.page.url();
  await at.press();
  await at.callback();
  await at.page.goto(page);
  await at.heading('This sign-in has ended');
});

test('the browser is asked to forget a passkey that was revoked, and to keep the others', async () => {
  const ada = await someone();
  await on.passkeys.revokePasskey(caller, ada.passkeyId);
  const at = await visit();
  await at.page.addInitScript(`
    globalThis.signals = [];
    for (const name of ['signalUnknownCredential', 'signalAllAcceptedCredentials', 'signalCurrentUserDetails']) {
      PublicKeyCredential[name] = async (options) => void signals.push([name, options]);
    }`);
  await at.holds(ada.device);
  await arrive(at);
  await at.press();
  await at.heading('This passkey was revoked');
  const { credentialId } = ada.device.exported();
  expect(await at.page.evaluate('signals')).toEqual([
    [
      'signalUnknownCredential',
      { rpId: 'localhost', credentialId: Buffer.from(credentialId, 'base64').toString('base64url') },
    ],
  ]);
});

test(`${PEOPLE} people of two tenants, some renamed and with new addresses, all land on their own account`, async () => {
  const tenants = await Promise.all(
    ['First', 'Second'].map(async (name) => {
      const owner = await on.tenant(`${name} tenant`);
      const own = await on.client(owner);
      return { owner, own, party: await RelyingParty.discover(own) };
    }),
  );
  const at = await visit();
  for (let index = 0; index < PEOPLE; index += 1) {
    const { owner, own, party: theirs } = tenants[index % 2]!;
    // The same user names in both tenants.
    const person = await on.person(owner, own.integrationId, `person.${Math.floor(index / 2)}@example.com`);
    let { userName } = person;
    if (index % 3 === 0) {
      userName = `renamed.${index}@example.com`;
      await on.identities.update(owner, own.integrationId, person.id, (current) => ({
        ...current,
        userName,
        email: `${index}@new.example`,
        profile: {},
      }));
    }
    await at.holds(person.device);
    const { url, checks } = theirs.request(index % 4 === 0 ? { login_hint: userName } : {});
    await at.page.goto(url.href);
    await at.press();
    const claims = (await theirs.tokens(await at.callback(), checks)).claims();
    expect(claims).toMatchObject({ sub: person.id, preferred_username: userName, aud: own.clientId });
    await at.page.goto('about:blank');
  }
  for (const { own } of tenants) {
    const outcomes = (await on.events(own.integrationId)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(Array.from({ length: PEOPLE / 2 }, () => 'SUCCEEDED'));
  }
});
