import { DataSource } from 'typeorm';
import { migrations, migrationSource } from '../../../migrations/index.js';
import { rows } from '../../../migrations/rows.js';
import { createDatabase, type TestDatabase } from '../../support/index.js';

let on: TestDatabase;
beforeAll(async () => {
  on = await createDatabase();
});
afterAll(() => on.drop());

/** All columns, indexes and constraints of the public schema, as sorted lines of text that can be compared. */
async function shape(): Promise<string[]> {
  const found = await on.database.query<{ line: string }>(`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
      from information_schema.columns where table_schema = 'public'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    order by 1`);
  return found.map(({ line }) => line).filter((line) => !/\bmigrations\b/.test(line));
}

test('every migration goes up, down and up again to the same schema', async () => {
  const before = await shape();
  const source = await migrationSource(on.url).initialize();
  for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' });
  expect(await shape()).toEqual([]);
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  expect(await shape()).toEqual(before);
});

test('the entities describe the schema that the migrations create', async () => {
  const source = await new DataSource({ type: 'postgres', url: on.url, entities: rows }).initialize();
  const pending = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  // Foreign keys and checks are ignored, because only the migrations define them.
  const drift = pending.upQueries
    .map(({ query }) => query)
    .filter((query) => !/DROP CONSTRAINT "\w+_(fkey|check)"/.test(query));
  expect(drift).toEqual([]);
});

test('every table of the schema has an entity', async () => {
  const tables = await on.database.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
  );
  const source = new DataSource({ type: 'postgres', url: on.url, entities: rows });
  await source.initialize();
  const described = source.entityMetadatas.map(({ tableName }) => tableName).sort();
  await source.destroy();
  expect(described).toEqual(tables.map(({ tablename }) => tablename));
});

test('tenant_id is the first column of every primary and unique key of a tenant’s table', async () => {
  const keys = await on.database.query<{ index: string; leading: string }>(`
    select i.indexrelid::regclass::text as index, a.attname as leading
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indisunique and i.indrelid::regclass::text not in ('tenants', 'migrations', 'encryption_keys')
       and (select relnamespace from pg_class where oid = i.indrelid) = 'public'::regnamespace`);
  expect(keys.filter(({ leading }) => leading !== 'tenant_id')).toEqual([]);
});
