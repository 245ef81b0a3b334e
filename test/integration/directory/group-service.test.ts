import { GroupSearch, GroupService } from '@rollcall/directory';
import { type Caller, newId, systemCaller } from '@rollcall/platform';
import { PageReader } from '../../../libs/directory/src/change/page-reader.js';
import { GroupChanger } from '../../../libs/directory/src/groups/group-changer.js';
import { GroupRepository } from '../../../libs/directory/src/groups/group.repository.js';
import { GroupTurns } from '../../../libs/directory/src/groups/group-turns.js';
import { MembershipRepository } from '../../../libs/directory/src/groups/membership.repository.js';
import { auditTrailOf, createDatabase, searchesOf, seedIntegration, seedTenant } from '../../support/index.js';

let db: Awaited<ReturnType<typeof createDatabase>>;
let groups: GroupService;
let search: GroupSearch;
let caller: Caller;
let integrationId: string;

beforeAll(async () => {
  db = await createDatabase();
  const { database } = db;
  const searches = searchesOf(database);
  const [repository, memberships] = [
    new GroupRepository(database, new PageReader(database, searches)),
    new MembershipRepository(database, searches),
  ];
  groups = new GroupService(
    database,
    repository,
    memberships,
    new GroupChanger(repository, memberships),
    auditTrailOf(database),
    new GroupTurns(),
  );
  search = new GroupSearch(database, searches);
});
afterAll(() => db.drop());
beforeEach(async () => {
  const tenantId = await seedTenant(db.database);
  integrationId = await seedIntegration(db.database, tenantId);
  caller = systemCaller(tenantId, 'test');
});

async function people(count: number, integration = integrationId): Promise<string[]> {
  const rows = await db.database.query<{ id: string }>(
    `insert into identities (tenant_id, integration_id, id, user_name)
     select $1, $2, gen_random_uuid(), gen_random_uuid()::text from generate_series(1, $3::int) returning id`,
    [caller.tenantId, integration, count],
  );
  return rows.map(({ id }) => id).toSorted();
}

const draft = (displayName: string) => ({ displayName, externalId: null, profile: {} });
const memberIds = async (group: string) => (await groups.members(caller, group, null, 1000)).map(({ id }) => id);
const auditOf = async (id: string) =>
  db.database.query<{ action: string; detail: unknown }>(
    'select action, detail from audit_events where tenant_id = $1 and subject_id = $2 order by id',
    [caller.tenantId, id],
  );

it('changes the version and records an audit event only if something changed', async () => {
  const [a, b] = await people(2);
  const { id } = await groups.create(caller, integrationId, draft('g'), [a!]);
  const version = async () => (await groups.get(caller, integrationId, id)).version;
  const change = (...changes: Parameters<GroupService['change']>[3]) =>
    groups.change(caller, integrationId, id, changes).then(({ version }) => version);
  await change({ kind: 'addMembers', ids: [a!] });
  await change({ kind: 'removeMembers', ids: [b!, 'nobody'] });
  await change({ kind: 'replaceMembers', ids: [a!] });
  await change({ kind: 'removeMembers', ids: [b!, 'nobody'] }, { kind: 'addMembers', ids: [a!] });
  await change({ kind: 'redraft', redraft: () => draft('g') }, { kind: 'addMembers', ids: [a!] });
  expect(await version()).toBe('1');
  await change({ kind: 'addMembers', ids: [a!, b!] });
  expect(await version()).toBe('2');
  await change({ kind: 'removeMembers', ids: [a!] });
  await change({ kind: 'redraft', redraft: () => draft('G') }, { kind: 'replaceMembers', ids: [a!, b!] });
  expect(await version()).toBe('4');
  expect((await auditOf(id)).map(({ action }) => action)).toEqual([
    'group.created',
    'group.updated',
    'group.updated',
    'group.updated',
  ]);
});

it('refuses unknown members by id, and changes nothing then', async () => {
  const [a] = await people(1);
  const [foreign] = await people(1, await seedIntegration(db.database, caller.tenantId));
  const { id } = await groups.create(caller, integrationId, draft('g'), []);
  for (const unknown of [newId(), foreign!, 'nobody']) {
    const refusal = { code: 'BAD_USER_INPUT', field: 'members', message: expect.stringContaining(unknown) };
    await expect(groups.create(caller, integrationId, draft('h'), [a!, unknown])).rejects.toMatchObject(refusal);
    await expect(
      groups.change(caller, integrationId, id, [{ kind: 'addMembers', ids: [a!, unknown] }]),
    ).rejects.toMatchObject(refusal);
    const steps = [
      { kind: 'redraft' as const, redraft: () => draft('renamed') },
      { kind: 'replaceMembers' as const, ids: [a!, unknown] },
    ];
    await expect(groups.change(caller, integrationId, id, steps)).rejects.toMatchObject(refusal);
  }
  expect(await memberIds(id)).toEqual([]);
  expect((await groups.get(caller, integrationId, id)).displayName).toBe('g');
  expect((await search.search(caller, {}, { first: 10 })).nodes).toHaveLength(1);
});

it('accepts the same member twice, and ids in any letter case', async () => {
  const [a] = await people(1);
  const { id } = await groups.create(caller, integrationId, draft('g'), [a!, a!.toUpperCase()]);
  expect(await memberIds(id)).toEqual([a]);
  await groups.change(caller, integrationId, id, [{ kind: 'removeMembers', ids: [a!.toUpperCase()] }]);
  expect(await memberIds(id)).toEqual([]);
});

it('finds no group of another integration', async () => {
  const { id } = await groups.create(caller, integrationId, draft('g'), []);
  const elsewhere = await seedIntegration(db.database, caller.tenantId);
  const refusal = { code: 'NOT_FOUND' };
  await expect(groups.get(caller, elsewhere, id)).rejects.toMatchObject(refusal);
  await expect(groups.delete(caller, elsewhere, id)).rejects.toMatchObject(refusal);
  await expect(groups.change(caller, elsewhere, id, [{ kind: 'removeMembers', ids: [] }])).rejects.toMatchObject(
    refusal,
  );
  await expect(groups.change(caller, elsewhere, id, [])).rejects.toMatchObject(refusal);
});

it('searches, and counts members of many groups at once', async () => {
  const ids = await people(3);
  const a = await groups.create(caller, integrationId, draft('Admins_1'), ids);
  const b = await groups.create(caller, integrationId, draft('Admins21'), ids.slice(1));
  const found = async (filter: object) =>
    (await search.search(caller, filter, { first: 10 })).nodes.map(({ id }) => id);
  expect(await found({ search: 'ADMINS_' })).toEqual([a.id]);
  expect(await found({ memberId: ids[0] })).toEqual([a.id]);
  expect(await found({ integrationId })).toEqual([a.id, b.id]);
  expect(await search.memberCounts(caller, [b.id, newId(), a.id])).toEqual([2, 0, 3]);
});
