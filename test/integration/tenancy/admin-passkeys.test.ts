import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { createCredential, SoftwareAuthenticator } from '../passkeys/software-authenticator.js';
import { errorOf, ROOT_TOKEN, startAccessApp, type AccessApp } from './access-app.js';

const ORIGIN = 'http://localhost:3000';
const VIEWER = '{ viewer { name role tenant { name } } }';
const PASSKEYS = '{ adminPasskeys { totalCount nodes { id name createdAt lastUsedAt } } }';
const REMOVE = 'mutation ($id: ID!) { removeAdminPasskey(id: $id) { id } }';

let on: AccessApp;
beforeAll(async () => {
  on = await startAccessApp();
});
afterAll(() => on.stop());

async function post(url: string, payload: object, headers: Record<string, string> = {}, app = on.app) {
  const answer = await app.inject({ method: 'POST', url, payload, headers });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), headers: answer.headers };
}
type Answer = Awaited<ReturnType<typeof post>>;

const cookieOf = ({ headers }: Answer) => String(headers['set-cookie']).split(';', 1)[0]!;

async function cookieFor(token: string): Promise<string> {
  const answer = await post('/session', { token });
  expect(answer.status).toBe(200);
  return cookieOf(answer);
}

async function adminToken(
  role: string,
  expiresIn?: number,
  name = `The ${role}`,
): Promise<{ token: string; id: string }> {
  const { data } = await on.asRoot(
    'mutation ($input: CreateAdminTokenInput!) { createAdminToken(input: $input) { token adminToken { id } } }',
    { input: { name, role, expiresIn } },
  );
  const created = data!['createAdminToken'] as { token: string; adminToken: { id: string } };
  return { token: created.token, id: created.adminToken.id };
}

async function creationOptions(cookie: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { status, body } = await post('/session/passkeys/options', {}, { cookie });
  expect(status).toBe(200);
  return body as unknown as PublicKeyCredentialCreationOptionsJSON;
}

/** Adds a passkey for the administrator of a session. */
async function enrol(cookie: string, name?: string): Promise<{ id: string; authenticator: SoftwareAuthenticator }> {
  const authenticator = new SoftwareAuthenticator({ origin: ORIGIN });
  const response = authenticator.create(await creationOptions(cookie));
  const added = await post('/session/passkeys', { response, name }, { cookie });
  expect(added.status).toBe(201);
  return { id: String(added.body['id']), authenticator };
}

async function requestOptions(app = on.app): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { status, body } = await post('/session/passkey/options', {}, {}, app);
  expect(status).toBe(200);
  return body as unknown as PublicKeyCredentialRequestOptionsJSON;
}

async function signIn(authenticator: SoftwareAuthenticator, app = on.app): Promise<Answer> {
  return post('/session/passkey', { response: authenticator.get(await requestOptions(app)) }, {}, app);
}

const isIn = async (cookie: string) => (await on.query({ cookie }, VIEWER)).errors === undefined;

describe('adding a passkey', () => {
  it('requests a discoverable passkey with user verification, on an authenticator that has no passkey of theirs', async () => {
    const cookie = await cookieFor((await adminToken('ADMIN')).token);
    const { authenticator } = await enrol(cookie);
    const options = await creationOptions(cookie);
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: 'The ADMIN' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: authenticator.get({ challenge: 'AA' }).id }],
    });
    expect(Buffer.from(options.user.id, 'base64url')).toHaveLength(32);
  });

  it('names the passkey as requested or else after the device, and returns its last use', async () => {
    const cookie = await cookieFor((await adminToken('VIEWER')).token);
    const { authenticator } = await enrol(cookie, '  Blue   key ');
    await enrol(cookie);
    await signIn(authenticator);
    const { data } = await on.query({ cookie }, PASSKEYS);
    expect(data!['adminPasskeys']).toMatchObject({
      totalCount: 2,
      nodes: [
        { name: 'Passkey', lastUsedAt: null },
        { name: 'Blue key', lastUsedAt: on.clock.now().toISOString() },
      ],
    });
  });

  it('is allowed for signed-in administrators, not with a token or without a session', async () => {
    const { token } = await adminToken('OWNER');
    expect((await post('/session/passkeys/options', {})).body).toMatchObject({ error: 'UNAUTHENTICATED' });
    const byToken = await post('/session/passkeys/options', {}, { authorization: `Bearer ${token}` });
    expect([byToken.status, byToken.body['error']]).toEqual([403, 'FORBIDDEN']);
    const cookie = await cookieFor(token);
    const elsewhere = await post('/session/passkeys/options', {}, { cookie, 'sec-fetch-site': 'same-site' });
    expect(elsewhere.status).toBe(403);
  });

  it('accepts a response once, within five minutes, in the session that requested it', async () => {
    const cookie = await cookieFor((await adminToken('ADMIN')).token);
    const other = await cookieFor((await adminToken('ADMIN')).token);
    const response = createCredential(await creationOptions(cookie), { origin: ORIGIN });
    expect((await post('/session/passkeys', { response }, { cookie: other })).status).toBe(409);
    expect((await post('/session/passkeys', { response }, { cookie })).status).toBe(201);
    expect((await post('/session/passkeys', { response }, { cookie })).status).toBe(409);
    const late = createCredential(await creationOptions(cookie), { origin: ORIGIN });
    on.clock.advance(300_000);
    expect((await post('/session/passkeys', { response: late }, { cookie })).status).toBe(409);
  });

  it.each<[string, object]>([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['a person who was not verified', { origin: ORIGIN, userVerified: false }],
    ['a frame of another site', { origin: ORIGIN, crossOrigin: true }],
  ])('refuses %s', async (_, traits) => {
    const cookie = await cookieFor((await adminToken('ADMIN')).token);
    const response = createCredential(await creationOptions(cookie), { origin: ORIGIN, ...traits });
    const answer = await post('/session/passkeys', { response }, { cookie });
    expect([answer.status, answer.body['error']]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is allowed for up to twenty passkeys', async () => {
    const cookie = await cookieFor((await adminToken('VIEWER')).token);
    for (let made = 0; made < 20; made += 1) await enrol(cookie);
    const more = await post('/session/passkeys/options', {}, { cookie });
    expect([more.status, more.body['error']]).toEqual([409, 'CONFLICT']);
  });
});

describe('signing in with a passkey', () => {
  it('needs no name, and gives the role and tenant of the administrator', async () => {
    const { data } = await on.asRoot('mutation { createTenant(input: { name: "Second" }) { adminToken } }');
    const { adminToken: token } = data!['createTenant'] as { adminToken: string };
    const { authenticator } = await enrol(await cookieFor(token));
    expect(await requestOptions()).not.toHaveProperty('allowCredentials');
    const answer = await signIn(authenticator);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await on.query({ cookie: cookieOf(answer) }, VIEWER)).data).toEqual({
      viewer: { name: 'First owner', role: 'OWNER', tenant: { name: 'Second' } },
    });
  });

  it('works once per challenge, within five minutes', async () => {
    const { authenticator } = await enrol(await cookieFor((await adminToken('ADMIN')).token));
    const response = authenticator.get(await requestOptions());
    const answers = await Promise.all([1, 2, 3].map(() => post('/session/passkey', { response })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const late = authenticator.get(await requestOptions());
    on.clock.advance(300_000);
    expect((await post('/session/passkey', { response: late })).status).toBe(401);
  });

  it('refuses challenges that were made for another purpose', async () => {
    const cookie = await cookieFor((await adminToken('ADMIN')).token);
    const { authenticator } = await enrol(cookie);
    const { challenge } = await creationOptions(cookie);
    for (const foreign of [challenge, 'AAAA']) {
      expect((await post('/session/passkey', { response: authenticator.get({ challenge: foreign }) })).status).toBe(
        401,
      );
    }
  });

  it('refuses a copy whose signature count did not increase', async () => {
    const { authenticator } = await enrol(await cookieFor((await adminToken('ADMIN')).token));
    authenticator.signCount = 7;
    expect((await signIn(authenticator)).status).toBe(200);
    expect((await signIn(authenticator)).status).toBe(401);
    authenticator.signCount = 8;
    expect((await signIn(authenticator)).status).toBe(200);
  });

  it.each<[string, (response: { response: Record<string, unknown> }) => unknown, number]>([
    ['no answer', () => undefined, 400],
    ['no user handle', (body) => ({ ...body, response: { ...body.response, userHandle: undefined } }), 400],
    ['a person’s handle', (body) => ({ ...body, response: { ...body.response, userHandle: 'A'.repeat(22) } }), 401],
    ['another’s handle', (body) => ({ ...body, response: { ...body.response, userHandle: 'A'.repeat(43) } }), 401],
    ['another signature', (body) => ({ ...body, response: { ...body.response, signature: 'AAAA' } }), 401],
  ])('refuses %s', async (_, forge, status) => {
    const { authenticator } = await enrol(await cookieFor((await adminToken('ADMIN')).token));
    const response = forge(authenticator.get(await requestOptions()) as never);
    const answer = await post('/session/passkey', { response });
    expect(answer.status).toBe(status);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('cannot be started by another site', async () => {
    for (const url of ['/session/passkey/options', '/session/passkey']) {
      expect((await post(url, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    }
  });

  it('ends with the admin token, revoked or expired, sessions included', async () => {
    const { token, id } = await adminToken('ADMIN');
    const { authenticator } = await enrol(await cookieFor(token));
    const session = cookieOf(await signIn(authenticator));
    expect(await isIn(session)).toBe(true);
    await on.asRoot('mutation ($id: ID!) { revokeAdminToken(id: $id) { id } }', { id });
    expect(await isIn(session)).toBe(false);
    expect((await signIn(authenticator)).status).toBe(401);

    const brief = await enrol(await cookieFor((await adminToken('ADMIN', 60)).token));
    const briefSession = cookieOf(await signIn(brief.authenticator));
    on.clock.advance(60_000);
    expect(await isIn(briefSession)).toBe(false);
    expect((await signIn(brief.authenticator)).status).toBe(401);
  });
});

describe('removing a passkey', () => {
  it('prevents its use, and ends the sessions that it started except the current one', async () => {
    const cookie = await cookieFor((await adminToken('ADMIN')).token);
    const { id, authenticator } = await enrol(cookie);
    const [first, second] = [cookieOf(await signIn(authenticator)), cookieOf(await signIn(authenticator))];
    expect((await on.query({ cookie: first }, REMOVE, { id })).errors).toBeUndefined();
    expect(await Promise.all([cookie, first, second].map(isIn))).toEqual([true, true, false]);
    expect((await signIn(authenticator)).status).toBe(401);
    expect(errorOf(await on.query({ cookie }, REMOVE, { id })).code).toBe('NOT_FOUND');
  });

  it('is allowed only for its owner', async () => {
    const { id } = await enrol(await cookieFor((await adminToken('ADMIN')).token));
    for (const token of [ROOT_TOKEN, (await adminToken('OWNER')).token]) {
      expect(errorOf(await on.asToken(token, REMOVE, { id })).code).toBe('NOT_FOUND');
    }
  });

  it('is audited, as adding and signing in are', async () => {
    const cookie = await cookieFor((await adminToken('ADMIN', undefined, 'Grace')).token);
    const { id, authenticator } = await enrol(cookie, 'Blue key');
    await signIn(authenticator);
    await on.query({ cookie }, REMOVE, { id });
    const events = await on.database.query(
      `select action, actor_type, detail from audit_events where actor_name = 'Grace' order by id`,
    );
    expect(events).toEqual([
      { action: 'session.started', actor_type: 'SESSION', detail: {} },
      { action: 'admin_passkey.added', actor_type: 'SESSION', detail: { name: 'Blue key' } },
      { action: 'session.started', actor_type: 'SESSION', detail: { passkey: 'Blue key' } },
      { action: 'admin_passkey.removed', actor_type: 'SESSION', detail: { name: 'Blue key', sessions: 1 } },
    ]);
  });
});

describe('the root administrator', () => {
  it('has passkeys and sessions that end when ADMIN_TOKEN changes, sign-in links too', async () => {
    const cookie = await cookieFor(ROOT_TOKEN);
    const { authenticator } = await enrol(cookie);
    const session = cookieOf(await signIn(authenticator));
    const bystander = await cookieFor((await adminToken('OWNER')).token);

    const rotated = await startAccessApp({ databaseUrl: on.databaseUrl, rootToken: 'another-root-token-altogether' });
    try {
      const isInThere = async (cookieThere: string) =>
        (await rotated.query({ cookie: cookieThere }, VIEWER)).errors === undefined;
      expect(await Promise.all([cookie, session, bystander].map(isInThere))).toEqual([false, false, true]);
      expect((await signIn(authenticator, rotated.app)).status).toBe(401);
      const { data } = await rotated.query({ cookie: bystander }, '{ sessions(all: true) { nodes { name } } }');
      expect((data!['sessions'] as { nodes: { name: string }[] }).nodes).not.toContainEqual({
        name: 'Root administrator',
      });
    } finally {
      await rotated.stop();
    }
    expect(await isIn(session)).toBe(true);
  });

  it('stores no plain hash of the root token', async () => {
    await enrol(await cookieFor(ROOT_TOKEN));
    const marks = await on.database.query<{ root_mark: Buffer }>(
      `select root_mark from admin_passkeys where root_mark is not null and tenant_id = $1
       union select sha256(convert_to($2, 'utf8'))`,
      [DEFAULT_TENANT_ID, ROOT_TOKEN],
    );
    expect(marks).toHaveLength(2);
  });
});
