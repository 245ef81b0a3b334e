import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { mintToken } from '@rollcall/platform';
import { errorOf, ROOT_TOKEN, startAccessApp, type AccessApp } from './access-app.js';

const VIEWER = '{ viewer { tenant { id name } name role } }';
const CREATE = `mutation ($input: CreateAdminTokenInput!) {
  createAdminToken(input: $input) { token adminToken { id name role lastFour createdAt expiresAt lastUsedAt revokedAt } } }`;
const LIST =
  'query ($first: Int, $after: String) { adminTokens(first: $first, after: $after) { totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }';
const REVOKE = 'mutation ($id: ID!) { revokeAdminToken(id: $id) { id revokedAt } }';

let on: AccessApp;
beforeAll(async () => {
  on = await startAccessApp();
});
afterAll(() => on.stop());

async function tokenOf(role: string, expiresIn?: number): Promise<{ token: string; id: string }> {
  const { data, errors } = await on.asRoot(CREATE, { input: { name: `a ${role}`, role, expiresIn } });
  expect(errors).toBeUndefined();
  const { token, adminToken } = data!['createAdminToken'] as { token: string; adminToken: { id: string } };
  return { token, id: adminToken.id };
}

describe('authentication', () => {
  it('accepts the root token as owner of the default tenant, which exists from the start', async () => {
    expect((await on.asRoot(VIEWER)).data).toEqual({
      viewer: { tenant: { id: DEFAULT_TENANT_ID, name: 'Default' }, name: 'Root administrator', role: 'OWNER' },
    });
  });

  it.each<[string, Record<string, string>]>([
    ['no header', {}],
    ['another scheme', { authorization: `Basic ${btoa(`x:${ROOT_TOKEN}`)}` }],
    ['no token', { authorization: 'Bearer ' }],
    ['a word', { authorization: 'Bearer nonsense' }],
    ['a well-formed, unknown token', { authorization: `Bearer ${mintToken('admin', DEFAULT_TENANT_ID).token}` }],
    [
      'a token of an unknown tenant',
      { authorization: `Bearer ${mintToken('admin', '01900000-0000-7000-8000-000000000000').token}` },
    ],
    ['a SCIM token', { authorization: `Bearer ${mintToken('scim', DEFAULT_TENANT_ID).token}` }],
    ['a broken cookie', { cookie: 'rollcall_session=%; x' }],
  ])('refuses %s', async (_, headers) => {
    expect(errorOf(await on.query(headers, VIEWER)).code).toBe('UNAUTHENTICATED');
  });

  it('takes the scheme in any case', async () => {
    expect((await on.query({ authorization: `bEARER ${ROOT_TOKEN}` }, VIEWER)).errors).toBeUndefined();
  });

  it('accepts a token until the second at which it expires', async () => {
    const { token } = await tokenOf('VIEWER', 60);
    on.clock.advance(59_999);
    expect((await on.asToken(token, VIEWER)).errors).toBeUndefined();
    on.clock.advance(1);
    expect(errorOf(await on.asToken(token, VIEWER)).code).toBe('UNAUTHENTICATED');
  });

  it('refuses a revoked token at once; revoking it again keeps the first time', async () => {
    const { token, id } = await tokenOf('ADMIN');
    expect((await on.asToken(token, VIEWER)).errors).toBeUndefined();
    const first = await on.asRoot(REVOKE, { id });
    expect(errorOf(await on.asToken(token, VIEWER)).code).toBe('UNAUTHENTICATED');
    on.clock.advance(5000);
    expect(await on.asRoot(REVOKE, { id })).toEqual(first);
  });

  it.each(['no-id', '01900000-0000-7000-8000-000000000000'])('does not find a token %s to revoke', async (id) => {
    expect(errorOf(await on.asRoot(REVOKE, { id })).code).toBe('NOT_FOUND');
  });
});

describe('roles', () => {
  const CREATE_INTEGRATION =
    'mutation ($name: String!) { createDirectoryIntegration(input: { name: $name, provider: OKTA }) { id } }';

  it.each([
    ['OWNER', { viewer: true, integrations: true, tokens: true }],
    ['ADMIN', { viewer: true, integrations: true, tokens: false }],
    ['OPERATOR', { viewer: true, integrations: false, tokens: false }],
    ['VIEWER', { viewer: true, integrations: false, tokens: false }],
  ])('%s may do %j', async (role, may) => {
    const { token } = await tokenOf(role);
    const allowed = async (text: string, variables = {}) => {
      const answer = await on.asToken(token, text, variables);
      if (answer.errors) expect(errorOf(answer).code).toBe('FORBIDDEN');
      return answer.errors === undefined;
    };
    expect({
      viewer: await allowed(VIEWER),
      integrations: await allowed(CREATE_INTEGRATION, { name: `of ${role}` }),
      tokens: await allowed(LIST),
    }).toEqual(may);
  });

  it('reads a token from the database once for a document with many fields', async () => {
    const { token } = await tokenOf('VIEWER');
    const answer = await on.asToken(
      token,
      '{ a: viewer { name } b: viewer { name } c: directoryIntegrations { totalCount } }',
    );
    expect(answer.errors).toBeUndefined();
  });
});

describe('admin tokens', () => {
  it('are shown once and stored only as a hash', async () => {
    const { data } = await on.asRoot(CREATE, { input: { name: '  On\tcall ', role: 'OPERATOR', expiresIn: 3600 } });
    const { token, adminToken } = data!['createAdminToken'] as { token: string; adminToken: Record<string, string> };
    expect(token).toMatch(/^rca_/);
    expect(adminToken).toMatchObject({
      name: 'On call',
      role: 'OPERATOR',
      lastFour: token.slice(-4),
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(Date.parse(adminToken['expiresAt']!) - Date.parse(adminToken['createdAt']!)).toBe(3_600_000);
    const everything = await on.database.query<{ text: string }>(
      'select t::text as text from admin_tokens t union all select a::text from audit_events a',
    );
    expect(everything.filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it.each([
    [{ name: '  ', role: 'VIEWER' }, 'name'],
    [{ name: 'x'.repeat(201), role: 'VIEWER' }, 'name'],
    [{ name: 'bell \u0007', role: 'VIEWER' }, 'name'],
    [{ name: 'x', role: 'VIEWER', expiresIn: 0 }, 'expiresIn'],
    [{ name: 'x', role: 'VIEWER', expiresIn: 315_360_001 }, 'expiresIn'],
  ])('refuse %j', async (input, field) => {
    expect(errorOf(await on.asRoot(CREATE, { input }))).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('are listed newest first, page by page', async () => {
    const first = await tokenOf('VIEWER');
    const second = await tokenOf('VIEWER');
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await on.asRoot(LIST, { first: 2, after });
      const page = data!['adminTokens'] as {
        totalCount: number;
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (after === null) expect(ids).toHaveLength(page.totalCount);
    } while (after !== null);
    expect(ids.slice(0, 2)).toEqual([second.id, first.id]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(errorOf(await on.asRoot(LIST, { after: 'nonsense' }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'after',
    });
  });

  it('return when they were last used, which is written at most once a minute', async () => {
    const { token, id } = await tokenOf('VIEWER');
    const lastUse = async () => {
      await on.asToken(token, VIEWER);
      await on.writes.settled();
      const [row] = await on.database.query<{ last_used_at: Date }>(
        'select last_used_at from admin_tokens where id = $1',
        [id],
      );
      return row!.last_used_at.getTime();
    };
    const start = on.clock.now().getTime();
    expect(await lastUse()).toBe(start);
    on.clock.advance(59_000);
    expect(await lastUse()).toBe(start);
    on.clock.advance(1000);
    expect(await lastUse()).toBe(start + 60_000);
  });

  it('are recorded in the audit trail', async () => {
    const { id } = await tokenOf('ADMIN');
    await on.asRoot(REVOKE, { id });
    const events = await on.database.query(
      'select action, actor_type, actor_name from audit_events where subject_id = $1 order by id',
      [id],
    );
    expect(events).toEqual([
      { action: 'admin_token.created', actor_type: 'ROOT', actor_name: 'Root administrator' },
      { action: 'admin_token.revoked', actor_type: 'ROOT', actor_name: 'Root administrator' },
    ]);
  });
});

describe('tenants', () => {
  const CREATE_TENANT =
    'mutation ($name: String!) { createTenant(input: { name: $name }) { tenant { id name } adminToken } }';

  it('are created by the root administrator, each with an owner who sees no other tenant', async () => {
    const { data } = await on.asRoot(CREATE_TENANT, { name: 'Second' });
    const { tenant, adminToken } = data!['createTenant'] as {
      tenant: { id: string; name: string };
      adminToken: string;
    };
    expect((await on.asToken(adminToken, VIEWER)).data).toEqual({
      viewer: { tenant, name: 'First owner', role: 'OWNER' },
    });
    const { id: foreign } = await tokenOf('VIEWER');
    expect(errorOf(await on.asToken(adminToken, REVOKE, { id: foreign })).code).toBe('NOT_FOUND');
    expect((await on.asToken(adminToken, LIST)).data).toMatchObject({ adminTokens: { totalCount: 1 } });
  });

  it('are listed for the root administrator', async () => {
    await on.asRoot(CREATE_TENANT, { name: 'Listed' });
    const { data } = await on.asRoot(
      '{ first: tenants(first: 1) { nodes { id } totalCount } last: tenants(last: 1) { nodes { name } } }',
    );
    expect(data).toEqual({
      first: { nodes: [{ id: DEFAULT_TENANT_ID }], totalCount: expect.any(Number) },
      last: { nodes: [{ name: 'Listed' }] },
    });
  });

  it('cannot be created or listed by owners', async () => {
    const { token } = await tokenOf('OWNER');
    expect(errorOf(await on.asToken(token, '{ tenants { totalCount } }')).code).toBe('FORBIDDEN');
    expect(errorOf(await on.asToken(token, CREATE_TENANT, { name: 'Mine' })).code).toBe('FORBIDDEN');
  });

  it('can be selected by the root administrator with a header, which no other administrator may use', async () => {
    const { data } = await on.asRoot(CREATE_TENANT, { name: 'Third' });
    const { tenant } = data!['createTenant'] as { tenant: { id: string } };
    const acting = (token: string, id: string) =>
      on.query({ authorization: `Bearer ${token}`, 'x-rollcall-tenant': id }, VIEWER);
    expect((await acting(ROOT_TOKEN, tenant.id)).data).toMatchObject({ viewer: { tenant: { name: 'Third' } } });
    expect(errorOf(await acting(ROOT_TOKEN, 'nobody')).code).toBe('NOT_FOUND');
    const { token } = await tokenOf('OWNER');
    expect((await acting(token, tenant.id)).data).toMatchObject({ viewer: { tenant: { id: DEFAULT_TENANT_ID } } });
  });
});
