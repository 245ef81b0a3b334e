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
import { AppConfig, graphqlOptions, PlatformModule, systemCaller } from '@rollcall/platform';
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
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
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

it('refuses strangers, broken cursors and ids that are none', async () => {
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
