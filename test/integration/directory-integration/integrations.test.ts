import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { eventually } from '../../support/index.js';
import { errorOf, startAccessApp, type AccessApp } from '../tenancy/access-app.js';

const FIELDS =
  'id name provider createdAt scimUrl tokenEndpoint lastScimRequestAt registrationSync { oktaDomain } credentials { id }';
const CREATE = `mutation ($name: String!) { createDirectoryIntegration(input: { name: $name, provider: OKTA }) { ${FIELDS} } }`;
const RENAME =
  'mutation ($id: ID!, $name: String) { updateDirectoryIntegration(input: { id: $id, name: $name }) { id name } }';
const DELETE = 'mutation ($id: ID!) { deleteDirectoryIntegration(id: $id) }';
const ONE = `query ($id: ID!) { directoryIntegration(id: $id) { ${FIELDS} } }`;
const ALL = `query ($first: Int, $after: String) { directoryIntegrations(first: $first, after: $after) {
  totalCount nodes { ${FIELDS} } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;

let on: AccessApp;
beforeAll(async () => {
  on = await startAccessApp({ publicUrl: 'https://rollcall.acme.example' });
});
afterAll(() => on.stop());

type Integration = Record<string, string> & { id: string };

async function created(name: string): Promise<Integration> {
  const { data, errors } = await on.asRoot(CREATE, { name });
  expect(errors).toBeUndefined();
  return data!['createDirectoryIntegration'] as Integration;
}

async function otherTenant(): Promise<string> {
  const { data } = await on.asRoot('mutation { createTenant(input: { name: "Other" }) { adminToken } }');
  return (data!['createTenant'] as { adminToken: string }).adminToken;
}

it('is created with the addresses that its SCIM client needs', async () => {
  const integration = await created('  Acme   Okta ');
  expect(integration).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    name: 'Acme Okta',
    provider: 'OKTA',
    createdAt: on.clock.now().toISOString(),
    scimUrl: `https://rollcall.acme.example/scim/v2/${integration.id}`,
    tokenEndpoint: 'https://rollcall.acme.example/oauth2/token',
    lastScimRequestAt: null,
    registrationSync: null,
    credentials: [],
  });
  expect((await on.asRoot(ONE, { id: integration.id })).data).toEqual({ directoryIntegration: integration });
});

it('has a name that is unique within the tenant, in any letter case', async () => {
  await created('Unique');
  const { id } = await created('Another');
  const conflict = { code: 'CONFLICT', field: 'name', message: expect.stringContaining('UNIQUE') };
  expect(errorOf(await on.asRoot(CREATE, { name: 'UNIQUE' }))).toMatchObject(conflict);
  expect(errorOf(await on.asRoot(RENAME, { id, name: 'UNIQUE' }))).toMatchObject(conflict);
  expect((await on.asToken(await otherTenant(), CREATE, { name: 'Unique' })).errors).toBeUndefined();
  const raced = await Promise.all(Array.from({ length: 5 }, () => on.asRoot(CREATE, { name: 'Raced' })));
  expect(raced.filter(({ errors }) => errors === undefined)).toHaveLength(1);
});

it('is renamed, also if only the letter case differs; an omitted name changes nothing', async () => {
  const { id } = await created('before');
  expect((await on.asRoot(RENAME, { id, name: 'Before' })).data).toEqual({
    updateDirectoryIntegration: { id, name: 'Before' },
  });
  expect((await on.asRoot(RENAME, { id })).data).toEqual({ updateDirectoryIntegration: { id, name: 'Before' } });
  expect(errorOf(await on.asRoot(RENAME, { id, name: ' ' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'name' });
});

it('is deleted once, with all its data', async () => {
  const { id } = await created('Short-lived');
  await on.asRoot('mutation ($id: ID!) { generateBearerToken(input: { integrationId: $id }) { token } }', { id });
  expect((await on.asRoot(DELETE, { id })).data).toEqual({ deleteDirectoryIntegration: id });
  expect((await on.asRoot(ONE, { id })).data).toEqual({ directoryIntegration: null });
  expect(errorOf(await on.asRoot(DELETE, { id })).code).toBe('NOT_FOUND');
  expect(await on.database.query('select id from scim_credentials where integration_id = $1', [id])).toEqual([]);
});

it.each(['no-id', '01900000-0000-7000-8000-000000000000'])('is not found by %s', async (id) => {
  expect((await on.asRoot(ONE, { id })).data).toEqual({ directoryIntegration: null });
  expect(errorOf(await on.asRoot(RENAME, { id, name: 'x' })).code).toBe('NOT_FOUND');
  expect(errorOf(await on.asRoot(RENAME, { id })).code).toBe('NOT_FOUND');
});

it('is invisible to other tenants', async () => {
  const { id } = await created('Ours');
  const stranger = await otherTenant();
  expect((await on.asToken(stranger, ONE, { id })).data).toEqual({ directoryIntegration: null });
  expect((await on.asToken(stranger, ALL)).data).toMatchObject({ directoryIntegrations: { totalCount: 0 } });
  for (const mutation of [RENAME, DELETE]) {
    expect(errorOf(await on.asToken(stranger, mutation, { id, name: 'theirs' })).code).toBe('NOT_FOUND');
  }
});

it('is listed oldest first, page by page', async () => {
  const first = (await created('Page one')).id;
  const second = (await created('Page two')).id;
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await on.asRoot(ALL, { first: 2, after });
    const page = data!['directoryIntegrations'] as {
      totalCount: number;
      edges: { cursor: string; node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (after === null) expect(ids).toHaveLength(page.totalCount);
  } while (after !== null);
  expect(ids.slice(-2)).toEqual([first, second]);
});

it('returns when it was last used over SCIM, accurate to ten seconds, in one statement for all integrations', async () => {
  const ids = [(await created('Busy')).id, (await created('Idle')).id];
  const integrations = on.app.get(DirectoryIntegrationService);
  const lastUses = async () => {
    const rows = await on.database.query<{ at: Date | null }>(
      'select last_scim_request_at as at from directory_integrations where id = any($1::uuid[]) order by id',
      [ids],
    );
    return rows.map(({ at }) => at?.getTime() ?? null);
  };
  const start = on.clock.now().getTime();
  for (let i = 0; i < 100; i += 1) integrations.touchLastScimRequest(DEFAULT_TENANT_ID, ids[0]!);
  await eventually(async () => expect(await lastUses()).toEqual([start, null]));
  on.clock.advance(9_999);
  integrations.touchLastScimRequest(DEFAULT_TENANT_ID, ids[0]!);
  integrations.touchLastScimRequest(DEFAULT_TENANT_ID, ids[1]!);
  await eventually(async () => expect(await lastUses()).toEqual([start, start + 9_999]));
  on.clock.advance(1);
  integrations.touchLastScimRequest(DEFAULT_TENANT_ID, ids[0]!);
  await eventually(async () => expect(await lastUses()).toEqual([start + 10_000, start + 9_999]));
});

it('is recorded in the audit trail', async () => {
  const { id } = await created('Traced');
  await on.asRoot(RENAME, { id, name: 'Traced twice' });
  await on.asRoot(RENAME, { id, name: 'Traced twice' });
  await on.asRoot(DELETE, { id });
  const events = await on.database.query<{ action: string }>(
    'select action, detail from audit_events where integration_id = $1 order by id',
    [id],
  );
  expect(events).toEqual([
    { action: 'integration.created', detail: { name: 'Traced', provider: 'OKTA' } },
    { action: 'integration.renamed', detail: { from: 'Traced', to: 'Traced twice' } },
    { action: 'integration.deleted', detail: { name: 'Traced twice' } },
  ]);
});
