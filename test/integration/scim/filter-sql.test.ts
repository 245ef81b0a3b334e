import fc from 'fast-check';
import { type Filter, type JsonObject, matches, parseFilter } from '../../../libs/scim/src/protocol/index.js';
import { compileFilter } from '../../../libs/scim/src/protocol/sql/compile-filter.js';
import { compileKeyset, compileSort } from '../../../libs/scim/src/protocol/sql/compile-sort.js';
import type { FilterMapping } from '../../../libs/scim/src/protocol/sql/filter-mapping.js';
import { userFilter } from '../../../libs/scim/src/protocol/testing/filter-arbitraries.js';
import { BADGE_SCHEMA, testRegistry } from '../../../libs/scim/src/protocol/testing/test-registry.js';
import { createdArbitrary, userArbitrary } from '../../../libs/scim/src/protocol/testing/user-arbitrary.js';
import { userMapping } from '../../../libs/scim/src/mapping/user-mapping.js';
import { createDatabase, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';

/**
 * Tests that a filter finds the same users in SQL as the reference implementation finds in memory. The users are
 * random. Their table has the columns of `identities`, but names need not be unique.
 */
const schema = testRegistry().user;
const mapping = userMapping(schema);
const { emails: _indexed, ...unindexed } = mapping.sources;
const plain: FilterMapping = { ...mapping, sources: unindexed };

let db: TestDatabase;
const people = new Map<string, JsonObject>();

beforeAll(async () => {
  db = await createDatabase();
  const tenantId = await seedTenant(db.database);
  const integrationId = await seedIntegration(db.database, tenantId);
  await db.database.execute('create table people (like identities including defaults)');
  // A database may have any collation, but filters must compare by code point. The test uses a collation that compares
  // differently.
  await db.database.execute('alter table people alter display_name type text collate "und-x-icu"');
  // The same indexes as the migrations create on `identities`, except that they are not unique.
  await db.database.execute('create index people_user_name on people (user_name_key)');
  await db.database.execute('create index people_external_id on people (external_id)');
  await db.database.execute(
    `create index people_emails on people using gin (fold_json(profile -> 'emails') jsonb_path_ops)`,
  );
  const users = fc.sample(fc.tuple(userArbitrary, createdArbitrary, fc.boolean()), { numRuns: 250, seed: 20260131 });
  for (const [number, [user, created, finer]] of users.entries()) {
    const id = `0195a4e0-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const { userName, externalId = null, displayName = null, active, ...profile } = user;
    await db.database.execute(
      `insert into people (tenant_id, id, integration_id, user_name, user_name_key, external_id, display_name, active, profile, created_at)
       values ($1, $2, $3, $4, name_key($4), $5, $6, $7, $8, $9::timestamptz + $10::interval)`,
      [
        tenantId,
        id,
        integrationId,
        userName,
        externalId,
        displayName,
        active,
        JSON.stringify(profile),
        created,
        finer ? '400 microseconds' : '0',
      ],
    );
    people.set(id, { id, ...user, meta: { created } });
  }
});
afterAll(() => db.drop());

async function found(filter: Filter, using: FilterMapping): Promise<string[]> {
  const params: unknown[] = [];
  const where = compileFilter(filter, using, params);
  const rows = await db.database.query<{ id: string }>(
    `select i.id from people i where ${where} order by i.id`,
    params,
  );
  return rows.map(({ id }) => id);
}

function expected(filter: Filter): string[] {
  return [...people].filter(([, user]) => matches(filter, user, schema)).map(([id]) => id);
}

it('finds the same users as the reference, for any filter', async () => {
  await fc.assert(
    fc.asyncProperty(userFilter, async (filter) => {
      const ids = expected(filter);
      expect(await found(filter, mapping)).toEqual(ids);
      expect(await found(filter, plain)).toEqual(ids);
    }),
    { numRuns: 400 },
  );
}, 120_000);

it.each([
  'id eq "0195a4e0-0000-7000-8000-000000000007"',
  'id eq "0195A4E0-0000-7000-8000-000000000007"',
  'id ew "7" or id eq "x"',
  'userName eq "%" or userName co "_" or userName sw "\\\\"',
  `${BADGE_SCHEMA}:tags[value sw "a"] and ${BADGE_SCHEMA}:doors[floor ge 1 and locked ne true]`,
  'emails[value eq "A_B@x" and not (type eq "home")]',
  'not (emails[primary eq true]) and not (emails.type eq "work")',
])('finds the same users as the reference: %s', async (text) => {
  const filter = parseFilter(text);
  expect(await found(filter, mapping)).toEqual(expected(filter));
  expect(await found(filter, plain)).toEqual(expected(filter));
});

it.each([
  'userName',
  'externalId',
  'title',
  'active',
  'meta.created',
  'emails',
  'emails.type',
  `${BADGE_SCHEMA}:height`,
  `${BADGE_SCHEMA}:issued`,
  `${BADGE_SCHEMA}:tags`,
])('pages by %s forward and backward, without gaps and repetitions', async (by) => {
  for (const order of ['ascending', 'descending'] as const) {
    const sort = { by, order };
    const { orderBy, key } = compileSort(sort, mapping, 'i.id');
    const all = await db.database.query<{ id: string; key: string | null }>(
      `select i.id, ${key} as key from people i order by ${orderBy}`,
    );
    expect(all).toHaveLength(people.size);
    const missing =
      order === 'ascending' ? all.findIndex((row) => row.key === null) : all.findLastIndex((row) => row.key === null);
    const inMissingOnly = order === 'ascending' ? all.slice(missing) : all.slice(0, missing + 1);
    if (missing >= 0) expect(inMissingOnly.every((row) => row.key === null)).toBe(true);
    for (const at of [0, 1, Math.max(missing - 1, 0), Math.max(missing, 0), people.size - 2]) {
      const params: unknown[] = [];
      const where = compileKeyset(sort, mapping, 'i.id', all[at]!, params);
      const rest = await db.database.query<{ id: string }>(
        `select i.id from people i where ${where} order by ${orderBy}`,
        params,
      );
      expect(rest.map(({ id }) => id)).toEqual(all.slice(at + 1).map(({ id }) => id));
    }
  }
});

it.each([
  ['userName eq "a"', 'people_user_name'],
  ['externalId eq "a"', 'people_external_id'],
  ['emails[type eq "work" and value eq "A"]', 'people_emails'],
  ['emails.value eq "A"', 'people_emails'],
])('%s uses an index', async (text, index) => {
  const params: unknown[] = [];
  const where = compileFilter(parseFilter(text), mapping, params);
  const plan = await db.database.transaction(async (tx) => {
    await tx.execute('set local enable_seqscan = off');
    return tx.query<{ 'QUERY PLAN': string }>(`explain select 1 from people i where ${where}`, params);
  });
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(index);
});
