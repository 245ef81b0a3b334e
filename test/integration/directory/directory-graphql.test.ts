import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  DirectoryModule,
  FakeRegistrationLedger,
  GroupService,
  IdentityService,
  RegistrationLedger,
} from '@rollcall/directory';
import { FakeRegistrationSyncListener, RegistrationSyncListener } from '@rollcall/directory-integration';
import { AppConfig, Database, graphqlOptions, PlatformModule, systemCaller } from '@rollcall/platform';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { createDatabase, seedIntegration, seedTenant } from '../../support/index.js';

const ledger = { provide: RegistrationLedger, useClass: FakeRegistrationLedger };
const listener = { provide: RegistrationSyncListener, useClass: FakeRegistrationSyncListener };

@Global()
@Module({ providers: [ledger, listener], exports: [ledger, listener] })
class FakeLedgerModule {}

const ADMIN_TOKEN = 'the-root-administrator-of-these-tests';

interface Node {
  id: string;
  userName: string;
  displayName: string;
  memberCount: number;
  [field: string]: unknown;
}
interface Connection {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; startCursor: string | null; endCursor: string | null };
}

let db: Awaited<ReturnType<typeof createDatabase>>;
let app: NestFastifyApplication;
let integrationId: string;
let people: string[];
let staff: string;

beforeAll(async () => {
  db = await createDatabase();
  const config = new AppConfig({
    publicUrl: 'https://rollcall.test',
    databaseUrl: db.url,
    adminToken: ADMIN_TOKEN,
    encryptionKeys: [{ id: 'k1', key: Buffer.alloc(32, 1) }],
    oktaAllowedHosts: [],
  } as unknown as AppConfig);
  const testing = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(config),
      GraphQLModule.forRoot(graphqlOptions(config)),
      FakeLedgerModule,
      DirectoryModule,
    ],
  }).compile();
  app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const caller = systemCaller(DEFAULT_TENANT_ID, 'test');
  integrationId = await seedIntegration(db.database, DEFAULT_TENANT_ID);
  people = [];
  for (const name of ['anna', 'bert', 'carl']) {
    const draft = {
      userName: `${name}@example.com`,
      externalId: null,
      displayName: name,
      email: null,
      active: name !== 'carl',
      profile: {},
    };
    people.push((await app.get(IdentityService).create(caller, integrationId, draft)).id);
  }
  const draft = { displayName: 'Staff', externalId: null, profile: {} };
  staff = (await app.get(GroupService).create(caller, integrationId, draft, people.slice(0, 2))).id;
  await app.get(GroupService).create(caller, integrationId, { ...draft, displayName: 'Empty' }, []);
}, 60_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

async function ask<T>(
  query: string,
  variables: object = {},
  token = ADMIN_TOKEN,
): Promise<{ data: T; errors?: { extensions: object }[] }> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${token}` },
    payload: { query, variables },
  });
  return response.json();
}

it('lists, filters and pages identities', async () => {
  const query = `query ($search: String, $status: IdentityStatus, $first: Int, $after: String, $integrationId: ID) {
    identities(search: $search, status: $status, first: $first, after: $after, integrationId: $integrationId) {
      totalCount nodes { id userName status enrollmentStatus createdAt } pageInfo { hasNextPage endCursor } } }`;
  const list = async (variables: object) => (await ask<{ identities: Connection }>(query, variables)).data.identities;
  const first = await list({ first: 2, integrationId });
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(first.nodes[0]).toMatchObject({
    userName: 'anna@example.com',
    status: 'ACTIVE',
    enrollmentStatus: 'UNENROLLED',
  });
  const rest = await list({ first: 2, after: first.pageInfo.endCursor });
  expect(rest.nodes.map(({ id }) => id)).toEqual([people[2]]);
  expect((await list({ search: 'BERT@' })).nodes.map(({ id }) => id)).toEqual([people[1]]);
  expect((await list({ status: 'SUSPENDED' })).totalCount).toBe(1);
});

const names = (connection: Connection): string[] => connection.nodes.map(({ displayName }) => displayName);

it.each([
  ['USER_NAME', 'ASC', ['anna', 'bert', 'carl']],
  ['USER_NAME', 'DESC', ['carl', 'bert', 'anna']],
  ['UPDATED_AT', 'DESC', ['anna', 'carl', 'bert']],
  ['CREATED_AT', 'DESC', ['carl', 'bert', 'anna']],
])('sorts identities by %s %s, page by page in both directions', async (field, direction, expected) => {
  await app
    .get(Database)
    .execute(`update identities set updated_at = now() + interval '1 hour' where id = $1`, [people[0]]);
  const query = `query ($orderBy: IdentityOrder, $first: Int, $after: String, $last: Int, $before: String) {
    identities(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      nodes { displayName } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const list = async (page: object) =>
    (await ask<{ identities: Connection }>(query, { orderBy: { field, direction }, ...page })).data.identities;
  const head = await list({ first: 2 });
  const tail = await list({ first: 2, after: head.pageInfo.endCursor });
  expect([...names(head), ...names(tail)]).toEqual(expected);
  expect([head.pageInfo, tail.pageInfo]).toMatchObject([
    { hasNextPage: true, hasPreviousPage: false },
    { hasNextPage: false, hasPreviousPage: true },
  ]);
  const end = await list({ last: 2 });
  const begin = await list({ last: 2, before: end.pageInfo.startCursor });
  expect([...names(begin), ...names(end)]).toEqual(expected);
  expect([begin.pageInfo, end.pageInfo]).toMatchObject([
    { hasNextPage: true, hasPreviousPage: false },
    { hasNextPage: false, hasPreviousPage: true },
  ]);
});

it('refuses the cursor of another order, and contradicting page arguments', async () => {
  const first = await ask<{ identities: Connection }>('{ identities(first: 1) { pageInfo { endCursor } } }');
  const refusal = async (query: string, after?: string | null) => (await ask(query, { after })).errors?.[0]?.extensions;
  const byName = 'query ($after: String) { identities(orderBy: { field: USER_NAME }, after: $after) { totalCount } }';
  expect(await refusal(byName, first.data.identities.pageInfo.endCursor)).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'after',
  });
  expect(await refusal('{ groups(first: 1, last: 1) { totalCount } }')).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'last',
  });
  expect(await refusal('{ groups(last: 1, before: "x") { nodes { id } } }')).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'before',
  });
});

it('lists the members of a group, and the people who changed after a time', async () => {
  const query = `query ($groupId: ID, $since: DateTime) {
    identities(groupId: $groupId, updatedAfter: $since) { totalCount nodes { displayName } } }`;
  const list = async (variables: object) => (await ask<{ identities: Connection }>(query, variables)).data.identities;
  expect(names(await list({ groupId: staff }))).toEqual(['anna', 'bert']);
  expect(await list({ groupId: staff, since: new Date(Date.now() + 60_000) })).toEqual({
    totalCount: 1,
    nodes: [{ displayName: 'anna' }],
  });
  expect((await ask(query, { groupId: 'staff' })).errors?.[0]?.extensions).toMatchObject({ field: 'groupId' });
});

it('reads an object by its id, whatever its type', async () => {
  const query = `query ($id: ID!) { node(id: $id) {
    __typename id ... on Identity { userName groups { totalCount } } ... on Group { memberCount } } }`;
  const node = async (id: string) => (await ask<{ node: object | null }>(query, { id })).data.node;
  expect(await node(people[0]!)).toEqual({
    __typename: 'Identity',
    id: people[0],
    userName: 'anna@example.com',
    groups: { totalCount: 1 },
  });
  expect(await node(staff)).toEqual({ __typename: 'Group', id: staff, memberCount: 2 });
  expect(await node(integrationId)).toEqual({ __typename: 'DirectoryIntegration', id: integrationId });
  expect([await node('0198c0de-0000-7000-8000-000000000000'), await node('nobody')]).toEqual([null, null]);
});

it('filters audit events by kind, actor, person and time, and shows what changed as JSON', async () => {
  const query = `query ($actions: [AuditAction!], $action: String, $actor: String, $id: ID, $since: DateTime, $until: DateTime) {
    auditEvents(actions: $actions, action: $action, actor: $actor, identityId: $id, since: $since, until: $until) {
      totalCount nodes { kind action data detail subjectId } } }`;
  const list = async (variables: object) => (await ask<{ auditEvents: Connection }>(query, variables)).data.auditEvents;
  const created = await list({ actions: ['IDENTITY_CREATED', 'GROUP_CREATED'], actor: 'TEST' });
  expect(created.nodes.map(({ kind }) => kind)).toEqual([
    'GROUP_CREATED',
    'GROUP_CREATED',
    'IDENTITY_CREATED',
    'IDENTITY_CREATED',
    'IDENTITY_CREATED',
  ]);
  const data = { userName: 'anna@example.com' };
  expect(await list({ id: people[0], action: 'identity.created' })).toEqual({
    totalCount: 1,
    nodes: [
      {
        kind: 'IDENTITY_CREATED',
        action: 'identity.created',
        data,
        detail: JSON.stringify(data),
        subjectId: people[0],
      },
    ],
  });
  const later = new Date(Date.now() + 60_000);
  const counts = await Promise.all(
    [
      { since: later },
      { until: later, actor: 'nobody' },
      { until: new Date(0) },
      { action: 'x', actions: ['GROUP_CREATED'] },
    ].map(list),
  );
  expect(counts.map(({ totalCount }) => totalCount)).toEqual([0, 0, 0, 0]);
});

it('exports the matches of a filter as CSV, and nothing of another tenant', async () => {
  const file = (query: string) =>
    app.inject({
      method: 'GET',
      url: `/export/identities.csv?${query}`,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    });
  const members = await file(`groupId=${staff}&status=ACTIVE`);
  expect(members.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="identities.csv"',
  });
  const [header, ...rows] = members.body.trimEnd().split('\r\n');
  expect(header).toMatch(/^user_name,display_name,email,status,enrollment,/);
  expect(rows.map((row) => row.split(',').slice(0, 5).join(','))).toEqual([
    'anna@example.com,anna,,ACTIVE,UNENROLLED',
    'bert@example.com,bert,,ACTIVE,UNENROLLED',
  ]);
  const elsewhere = await seedTenant(db.database);
  const foreign = await seedIntegration(db.database, elsewhere);
  expect((await file(`integrationId=${foreign}`)).body.trimEnd()).toBe(header);
});

it('shows a group with its members, and a person with their groups', async () => {
  const { data } = await ask<{
    groups: Connection;
    group: Node & { members: Connection };
    identity: { groups: Connection };
    nobody: null;
  }>(
    `query ($group: ID!, $identity: ID!, $nobody: ID!) {
      groups { totalCount nodes { displayName memberCount } }
      group(id: $group) { memberCount members(first: 1) { totalCount nodes { userName } pageInfo { hasNextPage } } }
      identity(id: $identity) { groups { nodes { displayName } } }
      nobody: identity(id: $nobody) { id } }`,
    { group: staff, identity: people[0], nobody: 'nobody' },
  );
  expect(data.groups.nodes).toEqual([
    { displayName: 'Staff', memberCount: 2 },
    { displayName: 'Empty', memberCount: 0 },
  ]);
  expect(data.group).toMatchObject({
    memberCount: 2,
    members: { totalCount: 2, nodes: [{ userName: 'anna@example.com' }], pageInfo: { hasNextPage: true } },
  });
  expect(data.identity.groups.nodes).toEqual([{ displayName: 'Staff' }]);
  expect(data.nobody).toBeNull();
});

it('counts for an integration', async () => {
  const { data } = await ask<{ directoryIntegration: object }>(
    'query ($id: ID!) { directoryIntegration(id: $id) { identityCount groupCount } }',
    { id: integrationId },
  );
  expect(data.directoryIntegration).toEqual({ identityCount: 3, groupCount: 2 });
});

it('refuses unauthenticated callers, broken cursors and invalid ids', async () => {
  const code = async (query: string, token?: string) => (await ask(query, {}, token)).errors?.[0]?.extensions;
  expect(await code('{ identities { totalCount } }', 'wrong')).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await code('{ identities(after: "x") { totalCount } }')).toEqual({ code: 'BAD_USER_INPUT', field: 'after' });
  expect(await code('{ identities(integrationId: "x") { totalCount } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await code('{ groups(first: 201) { totalCount } }')).toEqual({ code: 'BAD_USER_INPUT', field: 'first' });
});

it('shows nothing of another tenant', async () => {
  const other = await seedTenant(db.database);
  const elsewhere = await seedIntegration(db.database, other);
  const draft = { userName: 'zoe', externalId: null, displayName: null, email: null, active: true, profile: {} };
  const { id } = await app.get(IdentityService).create(systemCaller(other, 'test'), elsewhere, draft);
  const { data } = await ask<{ identity: null; identities: Connection }>(
    'query ($id: ID!) { identity(id: $id) { id } identities(search: "zoe") { totalCount } }',
    { id },
  );
  expect(data).toEqual({ identity: null, identities: { totalCount: 0 } });
});
