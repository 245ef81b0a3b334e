import { errorOf, ROOT_TOKEN, startAccessApp, type AccessApp } from './access-app.js';

const VIEWER = '{ viewer { role } }';
const CREATE = `mutation ($input: CreateAdminTokenInput!) {
  createAdminToken(input: $input) { token adminToken { id expiresAt createdBy } } }`;
const REVOKE = `mutation ($id: ID!, $keepCreated: Boolean! = false) {
  revokeAdminToken(id: $id, keepCreated: $keepCreated) { id revokedAt } }`;

interface Made {
  token: string;
  id: string;
  expiresAt: string | null;
  createdBy: string | null;
}

let on: AccessApp;
let as: (text: string, variables?: object) => ReturnType<AccessApp['asToken']>;

/** Each test uses a new tenant, because the rules about the last OWNER depend on all tokens of the tenant. */
let first: { token: string; id: string };

beforeAll(async () => {
  on = await startAccessApp();
});
afterAll(() => on.stop());
beforeEach(async () => {
  const { data } = await on.asRoot('mutation { createTenant(input: { name: "T" }) { tenant { id } adminToken } }');
  const { tenant, adminToken } = data!['createTenant'] as { tenant: { id: string }; adminToken: string };
  const { data: listed } = await on.asToken(adminToken, '{ adminTokens { nodes { id } } }');
  first = { token: adminToken, id: (listed!['adminTokens'] as { nodes: { id: string }[] }).nodes[0]!.id };
  as = (text, variables) =>
    on.query({ authorization: `Bearer ${ROOT_TOKEN}`, 'x-rollcall-tenant': tenant.id }, text, variables);
});

async function create(by: string, role = 'OWNER', expiresIn?: number): Promise<Made> {
  const { data, errors } = await on.asToken(by, CREATE, { input: { name: `a ${role}`, role, expiresIn } });
  expect(errors).toBeUndefined();
  const { token, adminToken } = data!['createAdminToken'] as { token: string; adminToken: Omit<Made, 'token'> };
  return { ...adminToken, token };
}

const isAlive = async (token: string): Promise<boolean> => (await on.asToken(token, VIEWER)).errors === undefined;
const expiryOf = ({ expiresAt }: Made): number => Date.parse(expiresAt ?? '') - on.clock.now().getTime();

describe('a token with an expiry', () => {
  it.each([[undefined], [3600]])(
    'creates no token that is valid longer than itself, for a requested lifetime of %s seconds',
    async (expiresIn) => {
      const brief = await create(first.token, 'OWNER', 2);
      const made = await create(brief.token, 'OWNER', expiresIn);
      expect([made.createdBy, expiryOf(made)]).toEqual([brief.id, 2000]);
      on.clock.advance(2000);
      expect(await isAlive(made.token)).toBe(false);
    },
  );

  it('creates a token that expires earlier', async () => {
    const brief = await create(first.token, 'OWNER', 60);
    expect(expiryOf(await create(brief.token, 'VIEWER', 5))).toBe(5000);
  });

  it('passes its expiry on through a session', async () => {
    const brief = await create(first.token, 'OWNER', 60);
    const signedIn = await on.app.inject({ method: 'POST', url: '/session', payload: { token: brief.token } });
    const cookie = String(signedIn.headers['set-cookie']).split(';', 1)[0]!;
    const { data } = await on.query({ cookie }, CREATE, { input: { name: 'by session', role: 'OWNER' } });
    expect(data).toMatchObject({
      createAdminToken: { adminToken: { createdBy: brief.id, expiresAt: brief.expiresAt } },
    });
  });
});

describe('revoking', () => {
  it('ends the tokens that were created with it, directly or not, and their sessions', async () => {
    const stolen = await create(first.token);
    const child = await create(stolen.token);
    const grandchild = await create(child.token, 'VIEWER');
    const bystander = await create(first.token, 'VIEWER');
    const signedIn = await on.app.inject({ method: 'POST', url: '/session', payload: { token: grandchild.token } });
    const cookie = String(signedIn.headers['set-cookie']).split(';', 1)[0]!;
    expect((await on.query({ cookie }, VIEWER)).errors).toBeUndefined();
    expect((await on.asToken(first.token, REVOKE, { id: stolen.id })).errors).toBeUndefined();
    const alive = await Promise.all([stolen, child, grandchild, bystander, first].map(({ token }) => isAlive(token)));
    expect(alive).toEqual([false, false, false, true, true]);
    expect(errorOf(await on.query({ cookie }, VIEWER)).code).toBe('UNAUTHENTICATED');
    const events = await on.database.query<{ subject_id: string; with: string | null }>(
      `select subject_id, detail->>'with' as "with" from audit_events where action = 'admin_token.revoked'
       and subject_id = any ($1) order by id`,
      [[stolen.id, child.id, grandchild.id]],
    );
    expect(new Map(events.map((event) => [event.subject_id, event.with]))).toEqual(
      new Map([
        [stolen.id, null],
        [child.id, stolen.id],
        [grandchild.id, stolen.id],
      ]),
    );
  });

  it('keeps the tokens that were created with it if the request says so', async () => {
    const old = await create(first.token);
    const made = await create(old.token);
    await on.asToken(first.token, REVOKE, { id: old.id, keepCreated: true });
    expect(await Promise.all([old, made].map(({ token }) => isAlive(token)))).toEqual([false, true]);
  });

  it('keeps the token of the request, so that a token can be replaced by one that it created', async () => {
    const next = await create(first.token);
    const other = await create(first.token, 'VIEWER');
    expect((await on.asToken(next.token, REVOKE, { id: first.id })).errors).toBeUndefined();
    expect(await Promise.all([first, next, other].map(({ token }) => isAlive(token)))).toEqual([false, true, false]);
  });

  it('of the last OWNER is refused to every administrator but the root administrator', async () => {
    await create(first.token, 'ADMIN');
    await create(first.token, 'OWNER', 1);
    on.clock.advance(1000);
    expect(errorOf(await on.asToken(first.token, REVOKE, { id: first.id })).code).toBe('CONFLICT');
    expect(await isAlive(first.token)).toBe(true);
    expect((await as(REVOKE, { id: first.id })).errors).toBeUndefined();
    expect(await isAlive(first.token)).toBe(false);
  });

  it('leaves one OWNER when two revoke each other at once', async () => {
    const left = await create(first.token);
    const right = await create(first.token);
    await as(REVOKE, { id: first.id, keepCreated: true });
    await Promise.all([
      on.asToken(left.token, REVOKE, { id: right.id }),
      on.asToken(right.token, REVOKE, { id: left.id }),
    ]);
    const alive = await Promise.all([left, right].map(({ token }) => isAlive(token)));
    expect(alive.filter(Boolean)).toHaveLength(1);
  });

  it('leaves no valid token if the revoked token creates others at the same time', async () => {
    const stolen = await create(first.token);
    const [, ...made] = await Promise.all([
      on.asToken(first.token, REVOKE, { id: stolen.id }),
      ...Array.from({ length: 8 }, () => on.asToken(stolen.token, CREATE, { input: { name: 'late', role: 'OWNER' } })),
    ]);
    for (const { data } of made) {
      const { token } = (data?.['createAdminToken'] ?? { token: undefined }) as { token?: string };
      if (token !== undefined) expect(await isAlive(token)).toBe(false);
    }
  });
});

it('an OWNER of the default tenant does not end the session of the root administrator', async () => {
  const root = await on.app.inject({
    method: 'POST',
    url: '/session',
    payload: { token: ROOT_TOKEN },
  });
  const cookie = String(root.headers['set-cookie']).split(';', 1)[0]!;
  const { data } = await on.asRoot(CREATE, { input: { name: 'owner', role: 'OWNER' } });
  const { token } = data!['createAdminToken'] as { token: string };
  const { data: listed } = await on.query({ cookie }, '{ sessions { nodes { id current } } }');
  const { nodes } = listed!['sessions'] as { nodes: { id: string; current: boolean }[] };
  const id = nodes.find(({ current }) => current)!.id;
  const END = 'mutation ($id: ID!) { endSession(id: $id) { id } }';
  expect(errorOf(await on.asToken(token, END, { id })).code).toBe('NOT_FOUND');
  expect((await on.query({ cookie }, VIEWER)).errors).toBeUndefined();
  expect((await on.asRoot(END, { id })).errors).toBeUndefined();
});
