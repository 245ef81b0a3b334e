import { FakeRegistrationLedger, IdentitySearch, IdentityService } from '@rollcall/directory';
import { type Caller, FakeClock, newId, type Page, systemCaller } from '@rollcall/platform';
import { PageReader } from '../../../libs/directory/src/change/page-reader.js';
import { IdentityRepository } from '../../../libs/directory/src/identities/identity.repository.js';
import { createDatabase, searchesOf, seedIntegration, seedTenant } from '../../support/index.js';

let db: Awaited<ReturnType<typeof createDatabase>>;
let ledger: FakeRegistrationLedger;
let identities: IdentityService;
let search: IdentitySearch;
let caller: Caller;
let integrationId: string;

beforeAll(async () => {
  db = await createDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  ledger = new FakeRegistrationLedger();
  identities = new IdentityService(
    db.database,
    new IdentityRepository(db.database, new PageReader(db.database, searchesOf(db.database)), ledger),
    ledger,
  );
  search = new IdentitySearch(
    db.database,
    searchesOf(db.database),
    ledger,
    new FakeClock(new Date('2026-01-01T00:00:00Z')),
  );
  const tenantId = await seedTenant(db.database);
  integrationId = await seedIntegration(db.database, tenantId);
  caller = systemCaller(tenantId, 'test');
});

const draft = (name: string, more: object = {}) => ({
  userName: `${name}@example.com`,
  externalId: `00u${name}`,
  displayName: name,
  email: `${name}@example.com`,
  active: true,
  profile: { title: 'Engineer' },
  ...more,
});
const key = () => ({ tenantId: caller.tenantId, integrationId });
const bind = (id: string, activePasskeys: number) =>
  db.database.transaction((tx) => identities.recordEnrollment(tx, key(), id, { activePasskeys }));
const auditOf = async (id: string) =>
  (
    await db.database.query<{ action: string }>(
      'select action from audit_events where tenant_id = $1 and subject_id = $2 order by id',
      [caller.tenantId, id],
    )
  ).map(({ action }) => action);

it('audits every change in its own transaction', async () => {
  const { id } = await identities.create(caller, integrationId, draft('a'));
  await identities.setActive(caller, integrationId, id, false);
  await identities.setActive(caller, integrationId, id, false);
  await identities.update(caller, integrationId, id, () => draft('a', { active: false, displayName: 'A' }));
  await identities.update(caller, integrationId, id, () => draft('a', { active: true, displayName: 'A' }));
  await identities.delete(caller, integrationId, id);
  expect(await auditOf(id)).toEqual([
    'identity.created',
    'identity.deactivated',
    'identity.updated',
    'identity.activated',
    'identity.deleted',
  ]);
});

it('requeues the ledger row only if the value in Okta may change', async () => {
  const { id } = await identities.create(caller, integrationId, draft('a'));
  await identities.setActive(caller, integrationId, id, false);
  await identities.setActive(caller, integrationId, id, true);
  expect(ledger.touched).toEqual([]);
  await bind(id, 1);
  await identities.setActive(caller, integrationId, id, true);
  await identities.update(caller, integrationId, id, () => draft('a', { displayName: 'A' }));
  expect(ledger.touched).toEqual([]);
  await identities.setActive(caller, integrationId, id, false);
  expect(ledger.touched).toEqual([id]);
  await identities.update(caller, integrationId, id, () => draft('a', { active: false, externalId: '00unew' }));
  expect(ledger.touched).toEqual([id, id]);
});

it('requests a final write of false from the ledger before it deletes a person with passkeys', async () => {
  const { id } = await identities.create(caller, integrationId, draft('a'));
  await bind(id, 2);
  await identities.delete(caller, integrationId, id);
  expect(ledger.forgotten).toEqual([id]);
  const { id: other } = await identities.create(caller, integrationId, draft('b'));
  await identities.delete(caller, integrationId, other);
  expect(ledger.forgotten).toEqual([id]);
});

it('does not change the version for enrollments, and counts changes', async () => {
  const created = await identities.create(caller, integrationId, draft('a'));
  await bind(created.id, 1);
  expect((await identities.get(caller, integrationId, created.id)).version).toBe('1');
  const same = await identities.update(caller, integrationId, created.id, () => draft('a'));
  expect([same.version, same.updatedAt]).toEqual(['1', created.updatedAt]);
  expect((await identities.update(caller, integrationId, created.id, () => draft('a', { profile: {} }))).version).toBe(
    '2',
  );
});

it('refuses an existing userName, on create and on update', async () => {
  await identities.create(caller, integrationId, draft('a'));
  const refusal = { code: 'CONFLICT', field: 'userName' };
  await expect(identities.create(caller, integrationId, draft('A'))).rejects.toMatchObject(refusal);
  const { id } = await identities.create(caller, integrationId, draft('b'));
  await expect(identities.update(caller, integrationId, id, () => draft('a'))).rejects.toMatchObject(refusal);
});

it('finds no identity of another integration', async () => {
  const { id } = await identities.create(caller, integrationId, draft('a'));
  const elsewhere = await seedIntegration(db.database, caller.tenantId);
  const refusal = { code: 'NOT_FOUND' };
  await expect(identities.get(caller, elsewhere, id)).rejects.toMatchObject(refusal);
  await expect(identities.setActive(caller, elsewhere, id, false)).rejects.toMatchObject(refusal);
  await expect(identities.delete(caller, elsewhere, id)).rejects.toMatchObject(refusal);
  await expect(identities.get(caller, integrationId, newId())).rejects.toMatchObject(refusal);
  await expect(
    identities.get(systemCaller(await seedTenant(db.database), 'x'), integrationId, id),
  ).rejects.toMatchObject(refusal);
});

const totalOf = async ({ totalCount }: Page<unknown>) => (typeof totalCount === 'function' ? totalCount() : totalCount);

describe('search', () => {
  it('finds parts of names literally, in any letter case', async () => {
    for (const name of ['anna', 'a_na', 'bo%b']) await identities.create(caller, integrationId, draft(name));
    const found = async (text: string) =>
      (await search.search(caller, { search: text }, { first: 10 })).nodes.map(({ displayName }) => displayName);
    expect(await found('NN')).toEqual(['anna']);
    expect(await found('a_n')).toEqual(['a_na']);
    expect(await found('%')).toEqual(['bo%b']);
    expect(await found('nobody')).toEqual([]);
  });

  it('finds a text in any of the names, and no other letter for İ', async () => {
    const names = async () =>
      (await search.search(caller, { search: 'İrem-1' }, { first: 10 })).nodes.map(({ userName }) => userName);
    await identities.create(caller, integrationId, draft('s1', { displayName: 'İrem-1 Şahin' }));
    await identities.create(caller, integrationId, draft('irem-1'));
    expect(await names()).toEqual(['s1@example.com']);
    await identities.create(caller, integrationId, draft('2', { userName: 'İrem-1', displayName: null }));
    expect(await names()).toEqual(['s1@example.com', 'İrem-1']);
  });

  it('pages by key and counts', async () => {
    for (let index = 0; index < 5; index += 1) await identities.create(caller, integrationId, draft(`u${index}`));
    const first = await search.search(caller, { integrationId }, { first: 2 });
    const second = await search.search(caller, { integrationId }, { first: 3, after: first.cursors[1]! });
    expect([await totalOf(first), first.hasNextPage, second.hasNextPage]).toEqual([5, true, false]);
    expect([...first.nodes, ...second.nodes].map(({ displayName }) => displayName)).toEqual([
      'u0',
      'u1',
      'u2',
      'u3',
      'u4',
    ]);
    await expect(search.search(caller, {}, { first: 1, after: 'eyJ4Ijox' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'after',
    });
  });

  it('filters by status and enrollment', async () => {
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) => identities.create(caller, integrationId, draft(name))),
    );
    await bind(a!.id, 1);
    await db.database.transaction((tx) =>
      identities.recordEnrollment(tx, key(), b!.id, { invitedUntil: new Date('2026-01-02T00:00:00Z') }),
    );
    await db.database.transaction((tx) =>
      identities.recordEnrollment(tx, key(), c!.id, { invitedUntil: new Date('2025-12-31T00:00:00Z') }),
    );
    await identities.setActive(caller, integrationId, c!.id, false);
    const found = async (filter: object) =>
      (await search.search(caller, filter, { first: 10 })).nodes.map(({ displayName }) => displayName);
    expect(await found({ enrollmentStatus: 'ENROLLED' })).toEqual(['a']);
    expect(await found({ enrollmentStatus: 'PENDING' })).toEqual(['b']);
    expect(await found({ enrollmentStatus: 'UNENROLLED' })).toEqual(['c']);
    expect(await found({ status: 'SUSPENDED' })).toEqual(['c']);
    expect(await found({ status: 'ACTIVE', search: 'b@' })).toEqual(['b']);
  });
});
