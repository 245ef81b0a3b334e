import { SignInLinks } from '@rollcall/tenancy';
import { errorOf, ROOT_TOKEN, startAccessApp, type AccessApp } from './access-app.js';

const VIEWER = '{ viewer { name role } }';
const HOUR_MS = 3_600_000;

let on: AccessApp;
beforeAll(async () => {
  on = await startAccessApp();
});
afterAll(() => on.stop());

const signIn = (token: string, headers: Record<string, string> = {}) =>
  on.app.inject({ method: 'POST', url: '/session', headers, payload: { token } });

async function linkToken(): Promise<string> {
  const { url } = await on.app.get(SignInLinks).create();
  expect(url).toMatch(/^http:\/\/localhost:3000\/sign-in#token=rse_/);
  return url.split('#token=')[1]!;
}

async function cookieFor(token: string): Promise<string> {
  const answer = await signIn(token);
  expect(answer.statusCode).toBe(200);
  return String(answer.headers['set-cookie']).split(';', 1)[0]!;
}

async function adminToken(role: string, expiresIn?: number): Promise<{ token: string; id: string }> {
  const { data } = await on.asRoot(
    'mutation ($input: CreateAdminTokenInput!) { createAdminToken(input: $input) { token adminToken { id } } }',
    { input: { name: 'console', role, expiresIn } },
  );
  const created = data!['createAdminToken'] as { token: string; adminToken: { id: string } };
  return { token: created.token, id: created.adminToken.id };
}

const codeWith = async (cookie: string) => {
  const answer = await on.query({ cookie }, VIEWER);
  return answer.errors ? errorOf(answer).code : 'IN';
};

describe('a sign-in link', () => {
  it('signs in once, even if ten browsers use it at the same time', async () => {
    const token = await linkToken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(token)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(9).fill(401)]);
    expect((await signIn(token)).json()).toMatchObject({ error: 'UNAUTHENTICATED' });
  });

  it('is not used up by fetching its page', async () => {
    const token = await linkToken();
    await on.app.inject({ method: 'GET', url: `/session?token=${token}` });
    await on.app.inject({ method: 'GET', url: '/sign-in' });
    expect((await signIn(token)).statusCode).toBe(200);
  });

  it('ends after ten minutes', async () => {
    const token = await linkToken();
    on.clock.advance(600_000);
    expect((await signIn(token)).statusCode).toBe(401);
  });

  it('is not accepted as a session, and a session is not accepted as a link', async () => {
    const token = await linkToken();
    expect(await codeWith(`rollcall_session=${token}`)).toBe('UNAUTHENTICATED');
    const session = (await cookieFor(token)).split('=')[1]!;
    expect((await signIn(session)).statusCode).toBe(401);
    expect(errorOf(await on.asToken(session, VIEWER)).code).toBe('UNAUTHENTICATED');
  });
});

describe('a session', () => {
  it('is in a cookie that scripts and other sites cannot use, for twelve hours', async () => {
    const answer = await signIn(await linkToken());
    const expiresAt = new Date(on.clock.now().getTime() + 12 * HOUR_MS);
    expect(answer.json()).toEqual({ name: 'Root administrator', role: 'OWNER', expiresAt: expiresAt.toISOString() });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^rollcall_session=rse_\w+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    on.clock.advance(12 * HOUR_MS - 1);
    expect(await codeWith(cookie.split(';', 1)[0]!)).toBe('IN');
    on.clock.advance(1);
    expect(await codeWith(cookie.split(';', 1)[0]!)).toBe('UNAUTHENTICATED');
  });

  it('has a Secure cookie if browsers use https', async () => {
    const secure = await startAccessApp({ publicUrl: 'https://rollcall.acme.example' });
    const answer = await secure.app.inject({ method: 'POST', url: '/session', payload: { token: ROOT_TOKEN } });
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure/);
    await secure.stop();
  });

  it('starts with the root token, and with an admin token whose name and role it takes', async () => {
    expect(await codeWith(await cookieFor(ROOT_TOKEN))).toBe('IN');
    const { token } = await adminToken('OPERATOR');
    const answer = await on.query({ cookie: await cookieFor(token) }, VIEWER);
    expect(answer.data).toEqual({ viewer: { name: 'console', role: 'OPERATOR' } });
  });

  it('starts for more concurrent requests than there are database connections', async () => {
    const { token } = await adminToken('VIEWER');
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(token)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(40);
  });

  it.each([['nonsense'], [''], [7], [null]])('does not start with %j', async (token) => {
    expect(
      (await on.app.inject({ method: 'POST', url: '/session', payload: { token } })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it('ends with the admin token that started it, revoked or expired', async () => {
    const { token, id } = await adminToken('ADMIN');
    const cookie = await cookieFor(token);
    expect(await codeWith(cookie)).toBe('IN');
    await on.asRoot('mutation ($id: ID!) { revokeAdminToken(id: $id) { id } }', { id });
    expect(await codeWith(cookie)).toBe('UNAUTHENTICATED');
    expect((await signIn(token)).statusCode).toBe(401);

    const brief = await cookieFor((await adminToken('ADMIN', 60)).token);
    on.clock.advance(60_000);
    expect(await codeWith(brief)).toBe('UNAUTHENTICATED');
  });

  it('ends by signing out, which clears the cookie and can be repeated', async () => {
    const cookie = await cookieFor(ROOT_TOKEN);
    for (const _ of [1, 2]) {
      const answer = await on.app.inject({ method: 'DELETE', url: '/session', headers: { cookie } });
      expect(answer.statusCode).toBe(204);
      expect(String(answer.headers['set-cookie'])).toMatch(/^rollcall_session=; .*Expires=Thu, 01 Jan 1970/);
    }
    expect(await codeWith(cookie)).toBe('UNAUTHENTICATED');
  });

  it('is written to the audit trail, and only its hash to the table', async () => {
    const cookie = await cookieFor(ROOT_TOKEN);
    const session = cookie.split('=')[1]!;
    const rows = await on.database.query<{ text: string }>('select s::text as text from admin_sessions s');
    expect(rows.some(({ text }) => text.includes(session))).toBe(false);
    const [{ action }] = (await on.database.query<{ action: string }>(
      'select action from audit_events order by id desc limit 1',
    )) as [{ action: string }];
    expect(action).toBe('session.started');
  });
});

describe('another site', () => {
  it.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a page of another origin', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }],
  ])('cannot use the cookie through %s', async (_, headers) => {
    const cookie = await cookieFor(ROOT_TOKEN);
    const answer = await on.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { cookie, 'apollo-require-preflight': 'x', ...headers },
      payload: JSON.stringify({ query: VIEWER }),
    });
    expect(answer.body).not.toContain('Root administrator');
  });

  it.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['its own script', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
  ])('cannot sign a browser in with %s', async (_, headers) => {
    const form = headers['content-type'] !== 'application/json';
    const payload = form ? `token=${ROOT_TOKEN}` : JSON.stringify({ token: ROOT_TOKEN });
    const answer = await on.app.inject({ method: 'POST', url: '/session', headers, payload });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('does not affect the console itself', async () => {
    const cookie = await cookieFor(ROOT_TOKEN);
    const answer = await on.query({ cookie, 'sec-fetch-site': 'same-origin' }, VIEWER);
    expect(answer.errors).toBeUndefined();
  });
});
