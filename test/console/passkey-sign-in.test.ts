import type { Caller } from '@rollcall/platform';
import type { Browser } from 'playwright-core';
import { RelyingParty, type Request } from '../integration/sign-in/relying-party.js';
import { type Client, type Person, SignInApp } from '../integration/sign-in/sign-in-app.js';
import { launchBrowser } from '../support/index.js';
import { flawsInEveryView } from './page-views.js';
import { STATES } from './sign-in-states.js';
import { CALLBACK_FAILS_AT_ONCE, SignInVisit } from './sign-in-visit.js';

const PEOPLE = 100;
/** Number of browsers that sign people in at the same time. */
const BROWSERS = 4;

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
  browser = await launchBrowser([CALLBACK_FAILS_AT_ONCE]);
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

async function visit(autofill = false): Promise<SignInVisit> {
  const started = await SignInVisit.start(browser, { autofill });
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

it.each(Object.keys(STATES))(
  'the state %s has clear text, a next step and no serious accessibility violation in any view',
  async (state) => {
    const { heading, arrange } = STATES[state]!;
    const person = await someone();
    const at = await visit();
    await at.holds(person.device);
    await arrange(at, person, { on, caller, arrive });
    await at.heading(heading);
    const flaws = await flawsInEveryView(at.page, state, async (view) => {
      const waysOn = at.page.getByText(/^(Back|Go) to Okta$/).locator('visible=true');
      expect({ view, waysOn: await waysOn.count() }).toEqual({ view, waysOn: state === 'set-up-wrong' ? 0 : 1 });
    });
    expect(flaws).toEqual([]);
  },
);

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

test("if the browser offers passkeys in the field's menu, the person need not press a button", async () => {
  const ada = await someone();
  const at = await visit(true);
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

test('two tabs of one browser sign in independently', async () => {
  const ada = await someone();
  const at = await visit();
  await at.holds(ada.device);
  const first = await arrive(at);
  const tab = await at.context.newPage();
  await tab.addInitScript(
    'if (globalThis.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;',
  );
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

test('the back button of the browser skips the page of a sign-in that has ended', async () => {
  const ada = await someone();
  const at = await visit();
  await at.holds(ada.device);
  await at.page.goto(`${on.url}/me`);
  const { checks } = await arrive(at);
  await at.press();
  expect((await party.tokens(await at.callback(), checks)).claims()).toMatchObject({ sub: ada.id });
  await at.page.goBack();
  expect(at.page.url()).toBe(`${on.url}/me`);
});

/** The signals that the page has sent to the browser (WebAuthn Level 3 §5.1.10), in order. */
async function signalsOf(at: SignInVisit): Promise<[string, object][]> {
  const signals: [string, object][] = [];
  await at.page.exposeFunction('signalled', (name: string, options: object) => void signals.push([name, options]));
  await at.page.addInitScript(`
    for (const name of ['signalUnknownCredential', 'signalAllAcceptedCredentials', 'signalCurrentUserDetails']) {
      if (globalThis.PublicKeyCredential) PublicKeyCredential[name] = (options) => signalled(name, options);
    }`);
  return signals;
}

const base64url = (base64: string): string => Buffer.from(base64, 'base64').toString('base64url');

test('the browser is asked to forget a passkey that was revoked, and to keep the others', async () => {
  const ada = await someone();
  await on.passkeys.revokePasskey(caller, ada.passkeyId);
  const at = await visit();
  const signals = await signalsOf(at);
  await at.holds(ada.device);
  await arrive(at);
  await at.press();
  await at.heading('This passkey was revoked');
  const credentialId = base64url(ada.device.exported().credentialId);
  expect(signals).toEqual([['signalUnknownCredential', { rpId: 'localhost', credentialId }]]);
});

test("after a sign-in the browser gets the accepted passkeys and the person's current name", async () => {
  const ada = await someone();
  const userName = 'ada.king@acme.example';
  await on.identities.update(caller, client.integrationId, ada.id, (current) => ({
    ...current,
    userName,
    displayName: 'Ada King',
    profile: {},
  }));
  const at = await visit();
  const signals = await signalsOf(at);
  await at.holds(ada.device);
  await arrive(at);
  await at.press();
  await at.callback();
  const { credentialId, userHandle } = ada.device.exported();
  const user = { rpId: 'localhost', userId: base64url(userHandle) };
  expect(signals).toEqual([
    ['signalAllAcceptedCredentials', { ...user, allAcceptedCredentialIds: [base64url(credentialId)] }],
    ['signalCurrentUserDetails', { ...user, name: userName, displayName: 'Ada King' }],
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
  const signIn = async (at: SignInVisit, index: number): Promise<void> => {
    const { owner, own, party: theirs } = tenants[index % 2]!;
    // The people of both tenants have the same user names.
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
  };
  const waiting = Array.from({ length: PEOPLE }, (_, index) => index);
  await Promise.all(
    Array.from({ length: BROWSERS }, async () => {
      const at = await visit();
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await signIn(at, index);
    }),
  );
  for (const { own } of tenants) {
    const outcomes = (await on.events(own.integrationId)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(Array.from({ length: PEOPLE / 2 }, () => 'SUCCEEDED'));
  }
});
