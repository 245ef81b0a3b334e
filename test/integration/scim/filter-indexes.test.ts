import { pageStatement } from '../../../libs/directory/src/change/row-query.js';
import { IntegrationSchema } from '../../../libs/scim/src/mapping/integration-schema.js';
import { parseListQuery } from '../../../libs/scim/src/protocol/index.js';
import { testRegistry } from '../../../libs/scim/src/protocol/testing/test-registry.js';
import { compileList } from '../../../libs/scim/src/resources/compile-list.js';
import { ListPlaces } from '../../../libs/scim/src/resources/list-places.js';
import type { ResourceContext } from '../../../libs/scim/src/resources/resource-context.js';
import { createDatabase, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';

jest.setTimeout(120_000);

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

let db: TestDatabase;
let context: ResourceContext;
const schemas = new IntegrationSchema(testRegistry());

beforeAll(async () => {
  db = await createDatabase();
  const tenantId = await seedTenant(db.database);
  const integrationId = await seedIntegration(db.database, tenantId);
  context = {
    caller: { tenantId, integrationId, credentialId: 'c' },
    places: new ListPlaces(),
    cursorKeys: [Buffer.alloc(32)],
  } as unknown as ResourceContext;
  await db.database.execute(
    `insert into identities (tenant_id, integration_id, id, user_name, user_name_key, display_name, external_id, profile, updated_at)
     select $1, $2, gen_random_uuid(), 'p' || n, 'p' || n, 'Person ' || n, 'e' || n, jsonb_build_object(
       'name', jsonb_build_object('givenName', 'Given ' || n, 'familyName', 'Straße ' || n || repeat('x', 3000)),
       'emails', jsonb_build_array(jsonb_build_object('value', 'p' || n || '@example.com')),
       $3::text, jsonb_build_object('department', 'Dept ' || n, 'employeeNumber', 'E' || n)),
       timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute'
     from generate_series(1, 3000) n`,
    [tenantId, integrationId, ENTERPRISE],
  );
  await db.database.execute('analyze identities');
  await db.database.execute(`select brin_summarize_new_values('identities_updated_at')`);
});
afterAll(() => db.drop());

function statementOf(filter: string) {
  return pageStatement(
    'identities',
    'i',
    'i.id, i.user_name as "userName"',
    compileList(context, parseListQuery({ filter, count: '20' }), schemas.userMapping, 'i.id'),
  );
}

const LONG = 'x'.repeat(3000);

it.each([
  ['displayName eq "PERSON 77"', 'identities_display_name', 1],
  ['displayName sw "person 77"', 'identities_display_name', 11],
  [`name.familyName eq "STRASSE 77${LONG}"`, 'identities_family_name', 1],
  ['name.familyName sw "strasse 77x"', 'identities_family_name', 1],
  [`name.familyName sw "Strasse 77${LONG.slice(0, 500)}"`, 'identities_family_name', 1],
  [`name.familyName eq "Strasse 77${LONG.slice(0, 500)}"`, 'identities_family_name', 0],
  ['name.givenName eq "given 77"', 'identities_given_name', 1],
  ['name.givenName sw "given 77" and active eq true', 'identities_given_name', 11],
  [`${ENTERPRISE}:department eq "dept 77"`, 'identities_department', 1],
  [`${ENTERPRISE}:employeeNumber sw "e77"`, 'identities_employee_number', 11],
  ['externalId eq "e77"', 'identities_external_id', 1],
])('%s is found by %s', async (filter, index, total) => {
  const { text, values } = statementOf(filter);
  const plan = await db.database.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(index);
  const rows = await db.database.query<{ id: string | null; total: number }>(text, values);
  expect(rows[0]?.total).toBe(total);
  expect(rows.filter(({ id }) => id !== null)).toHaveLength(total);
});

it('each page of a filter on an indexed text starts after the previous one, and has the total of all pages', async () => {
  const page = (startIndex: number) => {
    const query = parseListQuery({ filter: 'displayName sw "person 7"', count: '400', startIndex });
    const { text, values } = pageStatement(
      'identities',
      'i',
      'i.id',
      compileList(context, query, schemas.userMapping, 'i.id'),
    );
    return db.database.query<{ id: string; total: number }>(text, values);
  };
  const [first, second] = [await page(1), await page(101)];
  expect([first[0]?.total, second[0]?.total]).toEqual([111, 111]);
  expect(second.map(({ id }) => id)).toEqual(first.slice(100).map(({ id }) => id));
});

it('meta.lastModified gt has a condition that its index supports', async () => {
  const { text, values } = statementOf('meta.lastModified gt "2026-01-03T01:00:00Z"');
  await db.database.transaction(async (tx) => {
    await tx.execute('set local enable_seqscan = off');
    await tx.execute('set local enable_indexscan = off');
    await tx.execute('set local enable_indexonlyscan = off');
    const plan = await tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('identities_updated_at');
    const [row] = await tx.query<{ total: number }>(text, values);
    expect(row?.total).toBe(60);
  });
});
