import { Database, SealedColumns } from '@rollcall/platform';
import { type ServerApp, startServerApp } from '../server/server-app.js';

let server: ServerApp;

beforeAll(async () => {
  server = await startServerApp();
});
afterAll(() => server.stop());

it('every column with encrypted secrets is registered with the key rotation, because it would be lost otherwise', async () => {
  const columns = await server.app.get(Database).query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name like 'sealed\\_%' and data_type = 'text' order by 1`,
  );
  const told = server.app.get(SealedColumns).all();
  expect(columns.length).toBeGreaterThan(2);
  expect(told.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(columns.map(({ name }) => name));
});

it('an encrypted secret is bound to its column and to each part of its row’s primary key', () => {
  for (const { primaryKey, aadOf, table } of server.app.get(SealedColumns).all()) {
    const key = primaryKey.map((name) => `this-${name}`);
    for (const part of key) expect([table, aadOf(key)]).toEqual([table, expect.stringContaining(part)]);
  }
  const key = ['a', 'b', 'c'];
  const all = server.app.get(SealedColumns).all();
  expect(new Set(all.map(({ aadOf }) => aadOf(key))).size).toBe(all.length);
});
