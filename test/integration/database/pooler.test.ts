import { Database } from '@rollcall/platform';
import { createDatabase, eventually, type TestDatabase } from '../../support/index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createDatabase();
});
afterAll(() => db.drop());

const preparedIn = (database: Database): Promise<number> =>
  database.transaction(async (tx) => {
    await tx.query('select $1::int as one', [1]);
    const [row] = await tx.query<{ count: string }>(
      `select count(*) from pg_prepared_statements where name <> '' and statement like 'select $1::int%'`,
    );
    return Number(row?.count);
  });

test('statements are prepared by name, unless a pooler in transaction mode is used', async () => {
  expect(await preparedIn(new Database(db.database.dataSource, { preparedStatements: false }))).toBe(0);
  expect(await preparedIn(db.database)).toBe(1);
});

test('LISTEN uses the direct connection if one is configured', async () => {
  const direct = new URL(db.url);
  direct.searchParams.set('application_name', 'direct-listener');
  const heard: string[] = [];
  const database = new Database(db.database.dataSource, { listenUrl: direct.href });
  const stop = await database.listen('pooler_test', (payload) => heard.push(payload));
  try {
    const listeners = await db.database.query(
      `select 1 from pg_stat_activity where application_name = 'direct-listener' and datname = current_database()`,
    );
    expect(listeners).toHaveLength(1);
    await db.database.query(`select pg_notify('pooler_test', 'hello')`);
    await eventually(() => expect(heard).toEqual(['hello']));
  } finally {
    await stop();
  }
});
