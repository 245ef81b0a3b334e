import { createDatabase, type TestDatabase } from '../../support/index.js';

let on: TestDatabase;
beforeAll(async () => {
  on = await createDatabase();
  await on.database.execute('create table shoes (id integer)');
  await on.database.execute('insert into shoes values (1)');
});
afterAll(() => on.drop());

const ALL = 'select * from shoes';

it('a statement still works after a migration in another process has added a column to its result', async () => {
  expect(await on.database.query(ALL)).toEqual([{ id: 1 }]);
  await on.database.execute('alter table shoes add column size integer');
  expect(await Promise.all([on.database.query(ALL), on.database.query(ALL)])).toEqual(
    Array.from({ length: 2 }, () => [{ id: 1, size: null }]),
  );
});

it('a transaction still works too, because it is repeated from its beginning', async () => {
  await on.database.query(ALL);
  await on.database.execute('alter table shoes add column color text');
  let runs = 0;
  const rows = await on.database.transaction(async (tx) => {
    runs += 1;
    return tx.query(ALL);
  });
  expect(rows).toEqual([{ id: 1, size: null, color: null }]);
  expect(runs).toBeLessThanOrEqual(4);
});
