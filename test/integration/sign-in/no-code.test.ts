import type { Caller } from '@rollcall/platform';
import * as oidc from 'openid-client';
import { Browser } from './browser.js';
import { RelyingParty } from './relying-party.js';
import { type Client, type Person, REDIRECT_URI, SignInApp } from './sign-in-app.js';

let on: SignInApp;
let caller: Caller;
let client: Client;
let party: RelyingParty;
let people = 0;

beforeAll(async () => {
  on = await SignInApp.start();
  caller = await on.tenant();
  client = await on.client(caller);
  party = await RelyingParty.discover(client);
});
afterAll(() => on?.stop());

const someone = (traits = {}): Promise<Person> =>
  on.person(caller, client.integrationId, `person.${(people += 1)}@acme.example`, traits);

/** Events after which a person may no longer sign in. */
const ENDINGS: Record<string, (person: Person) => Promise<unknown>> = {
  'is deactivated': ({ id, integrationId }) => on.identities.setActive(caller, integrationId, id, false),
  'is deleted': ({ id, integrationId }) => on.identities.delete(caller, integrationId, id),
  'loses the passkey': ({ passkeyId }) => on.passkeys.revokePasskey(caller, passkeyId),
};

/**
 * The moments of a flow at which such an event may happen. Each entry goes through a flow, and expects that the person
 * gets no code.
 */
const MOMENTS: Record<string, (person: Person, end: () => Promise<unknown>) => Promise<void>> = {
  'before the sign-in': async ({ device }, end) => {
    const browser = new Browser();
    await end();
    const page = await browser.open(party.request().url);
    expect((await browser.present(page, device)).status).toBe(403);
  },
  'while the page is open': async ({ device }, end) => {
    const browser = new Browser();
    const page = await browser.open(party.request().url);
    const response = await browser.assertion(page, device);
    await end();
    expect((await browser.post(`${page}/verify`, { response })).status).toBe(403);
  },
  'between the passkey and the code': async ({ device }, end) => {
    const browser = new Browser();
    const page = await browser.open(party.request().url);
    const { body } = await browser.present(page, device);
    await end();
    const callback = new URL(await browser.open(body.location ?? ''));
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(callback.searchParams.has('code')).toBe(false);
  },
};

describe('a person gets no code', () => {
  const cases = Object.keys(ENDINGS).flatMap((ending) => Object.keys(MOMENTS).map((moment) => [ending, moment]));

  it.each(cases)('who %s %s', async (ending = '', moment = '') => {
    const person = await someone();
    const before = await on.codes(client.integrationId);
    await MOMENTS[moment]!(person, () => ENDINGS[ending]!(person));
    expect(await on.codes(client.integrationId)).toBe(before);
  });

  it.each(Object.keys(ENDINGS))('that still works, who %s before the exchange', async (ending) => {
    const person = await someone();
    const callback = await new Browser().signIn(party.request().url, person.device);
    await ENDINGS[ending]!(person);
    expect(await party.exchange(callback)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it.each(Object.keys(ENDINGS))('or claims from UserInfo, who %s after the exchange', async (ending) => {
    const person = await someone();
    const { access_token } = await party.signIn(new Browser(), person.device);
    expect(await oidc.fetchUserInfo(party.config, access_token, person.id)).toMatchObject({ sub: person.id });
    await ENDINGS[ending]!(person);
    await expect(oidc.fetchUserInfo(party.config, access_token, person.id)).rejects.toThrow();
  });
});

describe('no code results from', () => {
  /** Expects the page to refuse this device for this reason. */
  async function refused(reason: string, person: Pick<Person, 'device'>, parameters: Record<string, string> = {}) {
    const before = await on.codes(client.integrationId);
    const browser = new Browser();
    const page = await browser.open(party.request(parameters).url);
    expect(await browser.present(page, person.device)).toMatchObject({ status: 403, body: { error: reason } });
    const resume = page.replace('/sign-in/', '/oidc/').replace(/\/([^/]+)$/, '/auth/$1');
    expect(await browser.open(resume)).not.toContain('code=');
    expect(await on.codes(client.integrationId)).toBe(before);
  }

  it("a passkey of another tenant's person", async () => {
    const others = await on.tenant();
    const { integrationId } = await on.client(others);
    await refused('UNKNOWN_PASSKEY', await on.person(others, integrationId, 'person.1@acme.example'));
  });

  it("a passkey of the tenant's other integration", async () => {
    const { integrationId } = await on.client(caller);
    await refused('UNKNOWN_PASSKEY', await on.person(caller, integrationId, 'person.1@acme.example'));
  });

  it('the passkey of another person than the one that Okta named', async () => {
    const [one, two] = [await someone(), await someone()];
    await refused('ANOTHER_PERSON', one, { login_hint: two.userName });
    await refused('ANOTHER_PERSON', one, { login_hint: 'nobody@acme.example' });
  });

  it('an assertion that verified no user', async () => {
    const person = await someone();
    person.traits.userVerified = false;
    await refused('NOT_VERIFIED', person);
  });

  it('an assertion made at another origin', async () => {
    const person = await someone();
    person.traits.origin = 'https://login.evil.example';
    await refused('NOT_VERIFIED', person);
  });

  it('a copy of a passkey, whose signature count does not increase', async () => {
    const person = await someone();
    person.device.signCount = 5;
    await party.signIn(new Browser(), person.device);
    await refused('NOT_VERIFIED', person);
  });

  it('an assertion that was used before, in its own flow or in another one', async () => {
    const person = await someone();
    const browser = new Browser();
    const page = await browser.open(party.request().url);
    const response = await browser.assertion(page, person.device);
    expect((await browser.post(`${page}/verify`, { response })).status).toBe(200);
    expect(await browser.post(`${page}/verify`, { response })).toMatchObject({ body: { error: 'NOT_VERIFIED' } });
    const another = await browser.open(party.request().url);
    expect(await browser.post(`${another}/verify`, { response })).toMatchObject({
      body: { error: 'CHALLENGE_EXPIRED' },
    });
  });

  it('another user handle than that of the passkey', async () => {
    const [one, two] = [await someone(), await someone()];
    const browser = new Browser();
    const page = await browser.open(party.request().url);
    const response = await browser.assertion(page, one.device);
    response.response.userHandle = Buffer.from(two.id.replaceAll('-', ''), 'hex').toString('base64url');
    expect(await browser.post(`${page}/verify`, { response })).toMatchObject({ body: { error: 'NOT_VERIFIED' } });
  });

  it('a flow that another browser started', async () => {
    const person = await someone();
    const page = await new Browser().open(party.request().url);
    const other = new Browser();
    expect((await other.get(page)).status).toBe(403);
    expect(await other.post(`${page}/options`, {})).toMatchObject({ body: { error: 'COOKIES_BLOCKED' } });
    const own = await other.open(party.request().url);
    const response = await other.assertion(own, person.device);
    expect(await other.post(`${page}/verify`, { response })).toMatchObject({ body: { error: 'COOKIES_BLOCKED' } });
  });

  it('a flow that has expired', async () => {
    const person = await someone();
    const browser = new Browser();
    const page = await browser.open(party.request().url);
    const response = await browser.assertion(page, person.device);
    await on.database.execute(
      `update sign_in_records set expires_at = now() - interval '1 second' where model = 'Interaction'`,
    );
    expect(await browser.post(`${page}/verify`, { response })).toMatchObject({
      status: 410,
      body: { error: 'EXPIRED' },
    });
    const shown = await browser.get(page);
    expect(shown.status).toBe(410);
    expect(await shown.text()).toContain('https://acme.okta.com');
  });

  it('a page whose sign-in is complete, when the person returns to it', async () => {
    const person = await someone();
    const browser = new Browser();
    const page = await browser.open(party.request().url);
    const { body } = await browser.present(page, person.device);
    await browser.open(body.location ?? '');
    expect((await browser.get(page)).status).toBe(410);
    expect((await browser.get(body.location ?? '')).status).toBe(400);
  });

  it.each(['/another', '?more=1', '#fragment'])('a redirect URI that differs by %s', async (end) => {
    const answer = await new Browser().get(party.request({ redirect_uri: REDIRECT_URI + end }).url.href);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it("another integration's client id", async () => {
    const other = await on.client(caller);
    const answer = await new Browser().get(party.request({ client_id: other.clientId }).url.href);
    expect(answer.status).toBe(400);
  });

  it('a provider that was disabled while the page was open', async () => {
    const own = await on.client(caller);
    const person = await on.person(caller, own.integrationId, 'late@acme.example');
    const theirs = await RelyingParty.discover(own);
    const browser = new Browser();
    const page = await browser.open(theirs.request().url);
    const { body } = await browser.present(page, person.device);
    await on.signIns.disable(caller, own.integrationId);
    // The server may use the provider for up to a second before it reads the settings again. In that time, the
    // statement that issues the code checks them.
    const resumed = await browser.get(body.location ?? '');
    expect([404, 303]).toContain(resumed.status);
    expect(resumed.headers.get('location') ?? 'error=').toContain('error=');
    expect((await browser.get(page)).status).toBe(410);
    expect((await browser.get(theirs.request().url.href)).status).toBe(404);
    expect(await on.codes(own.integrationId)).toBe(0);
  });
});

describe('a code gives no tokens', () => {
  const code = async (parameters: Record<string, string> = {}) =>
    new Browser().signIn(party.request(parameters).url, (await someone()).device);

  it('twice, and the second attempt revokes the tokens of the first', async () => {
    const person = await someone();
    const callback = await new Browser().signIn(party.request().url, person.device);
    const first = await party.exchange(callback);
    expect(first.status).toBe(200);
    expect(await party.exchange(callback)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    await expect(oidc.fetchUserInfo(party.config, first.body['access_token'] ?? '', person.id)).rejects.toThrow();
  });

  it('to more than one of eight requests that arrive together', async () => {
    const callback = await code();
    const answers = await Promise.all(Array.from({ length: 8 }, () => party.exchange(callback)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('with a wrong code verifier, or without one', async () => {
    const callback = await code({
      code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()),
      code_challenge_method: 'S256',
    });
    const wrong = await party.exchange(callback, { code_verifier: oidc.randomPKCECodeVerifier() });
    expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await party.exchange(callback)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('with another redirect URI', async () => {
    const answer = await party.exchange(await code(), { redirect_uri: 'https://acme.okta.com/other' });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('with a wrong client secret', async () => {
    expect(await party.exchange(await code(), {}, 'wrong')).toMatchObject({ status: 401 });
  });

  it("to another integration's client", async () => {
    const callback = await code();
    const other = await RelyingParty.discover(await on.client(caller));
    expect(await other.exchange(callback)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('after a minute', async () => {
    const callback = await code();
    await on.database.execute(
      `update sign_in_records set expires_at = now() - interval '1 second' where model = 'AuthorizationCode'`,
    );
    expect(await party.exchange(callback)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});
