import { mintToken } from '../../libs/platform/src/secrets/token.js';
import { type HttpAnswer, IsolationApp } from './isolation-app.js';
import { snapshot } from './snapshot.js';
import { type Directory, makeWorld, type World } from './world.js';

interface Attempt {
  send(): Promise<HttpAnswer>;
  refused: readonly number[];
}

/** Routes without an attempt, and why they cannot reach a tenant's data. */
const OPEN: Record<string, string> = {
  'GET /health/live': 'describes the process only',
  'GET /health/ready': 'describes the process only',
  'GET /.well-known/webauthn': 'origins of the installation, for browsers',
  'GET /enroll/assets/:name': 'files of the page',
  'GET /sign-in/assets/:name': 'files of the page',
  'POST /me/options': 'a challenge for any caller',
  'GET /enroll': 'the name of an organization that offers enrollment to everyone',
  'GET /enroll/start': 'leads to the Okta org of an integration that offers enrollment to everyone',
  'GET /okta/jwks/:tenantId/:integrationId': 'public keys, for Okta to fetch without signing in',
  'GET /graphql':
    'every operation is tried in graphql.test.ts; by GET only with a header that no browser sends by itself',
  'POST /graphql': 'every operation is tried in graphql.test.ts',
  'OPTIONS /graphql': 'answers no query',
  'POST /session/passkey/options': 'a challenge for any caller',
};

let on: IsolationApp;
let mine: World;
let theirs: World;
let own: Directory;
let other: Directory;

beforeAll(async () => {
  on = await IsolationApp.start();
  mine = await makeWorld(on);
  theirs = await makeWorld(on);
  [own] = mine.directories;
  [other] = theirs.directories;
});
afterAll(() => on.stop());

const form = (url: string, fields: Record<string, string>): Promise<HttpAnswer> =>
  on.http('POST', url, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const hook = (method: string): Attempt => ({
  send: () =>
    on.http(method, `/okta/event-hooks/${other.id}`, {
      headers: { authorization: own.hookSecret, 'x-okta-verification-challenge': 'challenge' },
      ...(method === 'POST' && { body: { data: { events: [] } } }),
    }),
  refused: [401, 404],
});
/** A well-formed token of the other tenant that was never issued. */
const forged = (kind: 'enroll' | 'session' | 'person') => mintToken(kind, theirs.tenantId).token;
const enroll = (method: string, path: string): Attempt => ({
  send: () => on.http(method, `/enroll/${forged('enroll')}${path}`, { ...(method === 'POST' && { body: {} }) }),
  refused: [400, 404],
});
/** A flow of the other tenant that this browser did not start. */
const signIn = (method: string, path: string): Attempt => ({
  send: () =>
    on.http(method, `/sign-in/${other.id}/${'f'.repeat(21)}${path}`, { ...(method === 'POST' && { body: {} }) }),
  refused: [410],
});
const asSession = (method: string, url: string, body?: object): Attempt => ({
  send: () => on.http(method, url, { headers: { cookie: `rollcall_session=${forged('session')}` }, body: body ?? {} }),
  refused: [400, 401, 403],
});

const atMe = (method: string, path: string, refused: readonly number[]): Attempt => ({
  send: () =>
    on.http(method, `/me${path}`, {
      headers: { cookie: `rollcall_me=${forged('person')}` },
      ...(method === 'POST' && { body: {} }),
    }),
  refused,
});

/** For each route, the request by which a caller of one tenant would reach into another one. */
const ATTEMPTS: Record<string, Attempt> = {
  'POST /oauth2/token': {
    send: () =>
      form('/oauth2/token', {
        grant_type: 'client_credentials',
        client_id: other.clientId,
        client_secret: own.clientSecret,
      }),
    refused: [401],
  },
  'POST /oauth2/revoke': {
    send: () =>
      form('/oauth2/revoke', {
        client_id: other.clientId,
        client_secret: own.clientSecret,
        token: other.scimToken,
      }),
    refused: [401],
  },
  'GET /okta/event-hooks/:integrationId': hook('GET'),
  'POST /okta/event-hooks/:integrationId': hook('POST'),
  'GET /enroll/:token': enroll('GET', ''),
  'GET /enroll/:token/status': enroll('GET', '/status'),
  'POST /enroll/:token/options': enroll('POST', '/options'),
  'POST /enroll/:token/verify': enroll('POST', '/verify'),
  'GET /sign-in/:integrationId/:uid': signIn('GET', ''),
  'POST /sign-in/:integrationId/:uid/options': signIn('POST', '/options'),
  'POST /sign-in/:integrationId/:uid/verify': signIn('POST', '/verify'),
  'POST /sign-in/:integrationId/:uid/back': signIn('POST', '/back'),
  'GET /enroll/callback': {
    send: () =>
      on.http('GET', '/enroll/callback?code=code&state=state', { headers: { cookie: 'rollcall_enroll=v1.a.b.c.d' } }),
    refused: [410],
  },
  // Without a session, the page asks for a passkey, and signing out succeeds without an effect.
  'GET /me': atMe('GET', '', [200]),
  'POST /me/verify': atMe('POST', '/verify', [400]),
  'DELETE /me/passkeys/:id': atMe(
    'DELETE',
    `/passkeys/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}?last=true`,
    [401],
  ),
  'DELETE /me/session': atMe('DELETE', '/session', [204]),
  'POST /session': {
    send: () => on.http('POST', '/session', { body: { token: forged('session') } }),
    refused: [401],
  },
  'DELETE /session': {
    send: () => on.http('DELETE', '/session', { headers: { cookie: `rollcall_session=${forged('session')}` } }),
    refused: [204],
  },
  'GET /export/identities.csv': {
    send: () =>
      on.http('GET', '/export/identities.csv', { headers: { cookie: `rollcall_session=${forged('session')}` } }),
    refused: [401],
  },
  'POST /session/passkey': asSession('POST', '/session/passkey', { response: {} }),
  'POST /session/passkeys': asSession('POST', '/session/passkeys', { response: {} }),
  'POST /session/passkeys/options': asSession('POST', '/session/passkeys/options'),
};

it('knows every route that is not SCIM’s', () => {
  const names = on.routes.filter(({ url }) => !url.startsWith('/scim/')).map(({ method, url }) => `${method} ${url}`);
  // A new route: say in ATTEMPTS how it would reach into another tenant, or in OPEN why it cannot.
  expect([...new Set(names)].filter((name) => !(name in ATTEMPTS) && !(name in OPEN))).toEqual([]);
  expect([...Object.keys(ATTEMPTS), ...Object.keys(OPEN)].filter((name) => !names.includes(name))).toEqual([]);
});

it.each(Object.keys(ATTEMPTS))('%s does not lead to another tenant', async (name) => {
  const { send, refused } = ATTEMPTS[name] as Attempt;
  const before = await snapshot(on.database, theirs.tenantId);
  const { status, text } = await send();
  expect(refused).toContain(status);
  expect(text).not.toContain(theirs.mark);
  expect(await snapshot(on.database, theirs.tenantId)).toEqual(before);
});

it('a client revokes no token of another tenant', async () => {
  const { text } = await form('/oauth2/token', {
    grant_type: 'client_credentials',
    client_id: other.clientId,
    client_secret: other.clientSecret,
  });
  const { access_token: token } = JSON.parse(text) as { access_token: string };
  for (const target of [token, other.scimToken]) {
    const answer = await form('/oauth2/revoke', {
      client_id: own.clientId,
      client_secret: own.clientSecret,
      token: target,
    });
    expect(answer.status).toBe(200);
    const users = await on.http('GET', `/scim/v2/${other.id}/Users`, {
      headers: { authorization: `Bearer ${target}` },
    });
    expect(users.status).toBe(200);
  }
});
