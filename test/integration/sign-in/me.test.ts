import type { Caller } from '@rollcall/platform';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { PersonSessionRepository } from '../../../libs/sign-in/src/person-sessions/person-session.repository.js';
import { SoftwareAuthenticator } from '../passkeys/software-authenticator.js';
import { Browser } from './browser.js';
import { type Client, type Person, SignInApp } from './sign-in-app.js';

let on: SignInApp;
let caller: Caller;
let client: Client;
let me: string;
let people = 0;

beforeAll(async () => {
  on = await SignInApp.start(undefined, { SIGN_IN_RATE_LIMIT: '0' });
  caller = await on.tenant('Acme & Sons');
  client = await on.client(caller);
  me = `${on.url}/me`;
});
afterAll(() => on?.stop());

const someone = (traits = {}): Promise<Person> =>
  on.person(caller, client.integrationId, `person.${(people += 1)}@acme.example`, traits);

async function signedIn(device: SoftwareAuthenticator): Promise<Browser> {
  const browser = new Browser();
  expect(await browser.present(me, device)).toMatchObject({ status: 200, body: { location: '/me' } });
  return browser;
}

const text = async (browser: Browser): Promise<string> => (await browser.get(me)).text();
const isSignedIn = async (browser: Browser): Promise<boolean> =>
  (await text(browser)).includes('data-state="PASSKEYS"');
const another = async ({ id, traits }: Person, given = {}) => {
  const device = new SoftwareAuthenticator({ ...traits, ...given });
  return { device, passkeyId: await on.bind(caller, id, device) };
};
const activePasskeys = async ({ id }: Person): Promise<number> =>
  (await on.identities.get(caller, client.integrationId, id)).activePasskeys;

test('a person who signs in with a passkey sees their own passkeys, and no one else’s', async () => {
  const ada = await someone();
  const other = await someone();
  const { passkeyId } = await another(ada, { synced: true, aaguid: 'fbfc3007154e4ecc8c0b6e020557d7bd' });
  const page = await text(await signedIn(ada.device));
  for (const shown of ['Acme &amp; Sons', ada.userName, 'iCloud Keychain', 'Synced to your other devices'])
    expect(page).toContain(shown);
  for (const shown of ['On one device only', 'You signed in with it', 'Not used yet', ada.passkeyId, passkeyId])
    expect(page).toContain(shown);
  expect(page).not.toContain(other.passkeyId);
});

test('without a session the page asks for a passkey and names no person and no organization', async () => {
  const page = await text(new Browser());
  expect(page).toContain('data-state="OPEN"');
  expect(page).not.toContain('Acme');
});

test('the session cookie is for this host, is not readable by scripts, and is stored as a hash', async () => {
  const ada = await someone();
  const answer = await fetch(`${me}/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response: await new Browser().assertion(me, ada.device) }),
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^rollcall_me=rps_\w+; Expires=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  const token = /=(rps_\w+)/.exec(cookie)?.[1] ?? '';
  const rows = await on.database.query<{ row: string }>('select s::text as row from person_sessions s');
  expect(rows.map(({ row }) => row).join()).not.toContain(token);
});

describe('a person removes a passkey', () => {
  const remove = (browser: Browser, id: string, last: boolean) => browser.delete(`${me}/passkeys/${id}?last=${last}`);

  test('and it is revoked as an administrator revokes it, with the person in the audit trail', async () => {
    const ada = await someone();
    const { passkeyId } = await another(ada);
    const browser = await signedIn(ada.device);
    expect(await remove(browser, passkeyId, false)).toMatchObject({
      status: 200,
      body: { last: false, signedOut: false, forget: { rpId: 'localhost', credentialId: expect.any(String) } },
    });
    expect(await activePasskeys(ada)).toBe(1);
    const events = await on.database.query(
      `select actor_type, actor_id, actor_name, detail -> 'activePasskeys' as active from audit_events
       where action = 'passkey.revoked' and subject_id = $1`,
      [passkeyId],
    );
    expect(events).toEqual([{ actor_type: 'PERSON', actor_id: ada.id, actor_name: ada.userName, active: 1 }]);
    expect(await isSignedIn(browser)).toBe(true);
    expect(await text(browser)).not.toContain(passkeyId);
  });

  test('the last one: the attribute is due to become false, and the session has ended', async () => {
    const ada = await someone();
    const browser = await signedIn(ada.device);
    expect(await remove(browser, ada.passkeyId, true)).toMatchObject({ body: { last: true, signedOut: true } });
    const [row] = await on.database.query<{ desired: boolean }>(
      'select desired from registrations where identity_id = $1',
      [ada.id],
    );
    expect(row).toEqual({ desired: false });
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('but not the last one if the page has shown others', async () => {
    const ada = await someone();
    const { passkeyId } = await another(ada);
    const browser = await signedIn(ada.device);
    await on.passkeys.revokePasskey(caller, passkeyId);
    expect((await remove(browser, ada.passkeyId, false)).status).toBe(409);
    expect(await activePasskeys(ada)).toBe(1);
  });

  test('never one of another person, of any tenant', async () => {
    const stranger = await on.tenant();
    const strange = await on.client(stranger);
    const [ada, kim] = [await someone(), await someone()];
    const eve = await on.person(stranger, strange.integrationId, 'eve@acme.example');
    const browser = await signedIn(ada.device);
    for (const { passkeyId } of [kim, eve]) {
      for (const last of [true, false]) expect((await remove(browser, passkeyId, last)).status).toBe(404);
    }
    expect((await remove(browser, 'nothing', false)).status).toBe(404);
    expect(await activePasskeys(kim)).toBe(1);
    expect((await on.passkeys.get(stranger, eve.passkeyId)).revoked_at).toBeNull();
  });

  test('only with a session, and only from the page itself', async () => {
    const ada = await someone();
    expect((await remove(new Browser(), ada.passkeyId, true)).status).toBe(401);
    const browser = await signedIn(ada.device);
    for (const site of ['cross-site', 'same-site']) {
      const answer = await fetch(`${me}/passkeys/${ada.passkeyId}?last=true`, {
        method: 'DELETE',
        headers: { cookie: `rollcall_me=${browser.cookieOf('rollcall_me')}`, 'sec-fetch-site': site },
      });
      expect(answer.status).toBe(403);
    }
    expect(await activePasskeys(ada)).toBe(1);
  });
});

describe('a session ends at the next request', () => {
  test.each<[string, (ada: Person, browser: Browser) => Promise<unknown>]>([
    ['when the person is deactivated', ({ id }) => on.identities.setActive(caller, client.integrationId, id, false)],
    ['when the person is deleted', ({ id }) => on.identities.delete(caller, client.integrationId, id)],
    ['when its passkey is revoked', ({ passkeyId }) => on.passkeys.revokePasskey(caller, passkeyId)],
    ['after fifteen minutes', ({ id }) => age(id)],
    ['when the person signs out', (_ada, browser) => browser.delete(`${me}/session`)],
  ])('%s', async (_case, end) => {
    const ada = await someone();
    await another(ada);
    const browser = await signedIn(ada.device);
    const cookie = browser.cookieOf('rollcall_me');
    await end(ada, browser);
    const answer = await fetch(me, { headers: { cookie: `rollcall_me=${cookie}` } });
    expect(await answer.text()).toContain('data-state="OPEN"');
  });

  async function age(identityId: string): Promise<void> {
    await on.database.execute(
      `update person_sessions set expires_at = expires_at - interval '15 minutes' where identity_id = $1`,
      [identityId],
    );
  }
});

test('a person has at most five sessions: a sixth ends the oldest', async () => {
  const ada = await someone();
  const browsers: Browser[] = [];
  for (let count = 0; count < 6; count += 1) browsers.push(await signedIn(ada.device));
  const alive = await Promise.all(browsers.map(isSignedIn));
  expect(alive).toEqual([false, true, true, true, true, true]);
});

test('expired sessions are removed', async () => {
  await signedIn((await someone()).device);
  const sessions = on.app.get(PersonSessionRepository, { strict: false });
  await sessions.deleteExpired(new Date(Date.now() + 16 * 60_000));
  expect(await on.database.query('select 1 from person_sessions')).toEqual([]);
});

describe('no session is started', () => {
  const presented = async (device: SoftwareAuthenticator) => new Browser().present(me, device);

  test.each<[string, string, (ada: Person) => Promise<unknown>]>([
    [
      'for an inactive person',
      'IDENTITY_INACTIVE',
      ({ id }) => on.identities.setActive(caller, client.integrationId, id, false),
    ],
    ['with a revoked passkey', 'PASSKEY_REVOKED', ({ passkeyId }) => on.passkeys.revokePasskey(caller, passkeyId)],
    ['for a deleted person', 'UNKNOWN_PASSKEY', ({ id }) => on.identities.delete(caller, client.integrationId, id)],
  ])('%s', async (_case, error, end) => {
    const ada = await someone();
    await end(ada);
    expect(await presented(ada.device)).toMatchObject({ status: 403, body: { error } });
  });

  test('without user verification', async () => {
    const ada = await someone();
    ada.traits.userVerified = false;
    expect(await presented(ada.device)).toMatchObject({ status: 403, body: { error: 'NOT_VERIFIED' } });
  });

  test('with the response to a challenge that was answered before', async () => {
    const ada = await someone();
    const browser = new Browser();
    const response = await browser.assertion(me, ada.device);
    expect((await browser.post(`${me}/verify`, { response })).status).toBe(200);
    await browser.delete(`${me}/session`);
    expect(await new Browser().post(`${me}/verify`, { response })).toMatchObject({
      status: 403,
      body: { error: 'NOT_VERIFIED' },
    });
  });

  test('with a response that was made for the sign-in page, and none at the sign-in page with a response for /me', async () => {
    const ada = await someone();
    const { challenge } = (await new Browser().post(`${me}/options`, {})).body as { challenge: string };
    const foreign = ada.device.get({ challenge } as PublicKeyCredentialRequestOptionsJSON);
    foreign.response.userHandle = Buffer.alloc(16, 7).toString('base64url');
    expect(await new Browser().post(`${me}/verify`, { response: foreign })).toMatchObject({
      body: { error: 'UNKNOWN_PASSKEY' },
    });
    const wrong = ada.device.get({ challenge: Buffer.from('no challenge of ours').toString('base64url') } as never);
    expect(await new Browser().post(`${me}/verify`, { response: wrong })).toMatchObject({
      status: 409,
      body: { error: 'CHALLENGE_EXPIRED' },
    });
  });

  test.each([
    ['from another site', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
    ['from a form', { 'content-type': 'text/plain' }],
  ])('%s', async (_case, headers) => {
    const ada = await someone();
    const response = await new Browser().assertion(me, ada.device);
    const answer = await fetch(`${me}/verify`, { method: 'POST', headers, body: JSON.stringify({ response }) });
    expect([403, 415]).toContain(answer.status);
  });
});

test('the traits of a passkey from an earlier release are stored at its next use', async () => {
  const ada = await someone({ synced: true });
  await on.database.execute('delete from passkey_traits where passkey_id = $1', [ada.passkeyId]);
  const { device } = await another(ada);
  expect(await text(await signedIn(device))).toContain('Not known yet if it is synced');
  expect(await text(await signedIn(ada.device))).not.toContain('Not known yet');
});

test('only scripts with the nonce run, and the page is kept out of caches, frames and referrers', async () => {
  const ada = await someone();
  for (const browser of [new Browser(), await signedIn(ada.device)]) {
    const answer = await browser.get(me);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([\w-]{22})';/.exec(policy)?.[1];
    const scripts = [...(await answer.text()).matchAll(/<script ([^>]+)>/g)].map(([, attributes]) => attributes);
    expect(scripts).toHaveLength(2);
    for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonce}"`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});
