import { createDatabase, type TestDatabase } from '../support/index.js';
import { tenantTables } from './snapshot.js';

/** Tables without a tenant. */
const SHARED = ['encryption_keys', 'migrations', 'tenants'];

let on: TestDatabase;
beforeAll(async () => {
  on = await createDatabase();
});
afterAll(() => on.drop());

it('every table but those of no tenant carries tenant_id, never null', async () => {
  const tables = await on.database.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)`,
  );
  expect(tables.map(({ name }) => name).sort()).toEqual(SHARED);
  expect((await tenantTables(on.database)).length).toBeGreaterThan(20);
});

it('every table of tenants has a primary key, and tenant_id leads it and each unique index', async () => {
  const indexes = await on.database.query<{ table: string; primary: boolean; leading: string }>(
    `select i.indrelid::regclass::text as table, i.indisprimary as primary, a.attname as leading from pg_index i
       join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique`,
  );
  const ours = indexes.filter(({ table }) => !SHARED.includes(table));
  expect(ours.filter(({ leading }) => leading !== 'tenant_id')).toEqual([]);
  const keyed = ours.filter(({ primary }) => primary).map(({ table }) => table);
  expect(keyed.sort()).toEqual((await tenantTables(on.database)).sort());
});

it('every foreign key between tables of tenants joins tenant_id with tenant_id', async () => {
  const keys = await on.database.query<{ name: string; from: string[]; to: string[] }>(
    `select c.conname as name,
        array(select a.attname::text from unnest(c.conkey) with ordinality k (n, i) join pg_attribute a
          on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as from,
        array(select a.attname::text from unnest(c.confkey) with ordinality k (n, i) join pg_attribute a
          on a.attrelid = c.confrelid and a.attnum = k.n order by k.i) as to
       from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.confrelid <> 'tenants'::regclass`,
  );
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ from, to }) => from[0] !== 'tenant_id' || to[0] !== 'tenant_id')).toEqual([]);
});
