import fc from 'fast-check';
import { newId, type Sql } from '@rollcall/platform';
import { directoryCount } from '../../../libs/directory/src/change/directory-count.js';
import { migrations } from '../../../migrations/index.js';
import { createDatabase, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';

jest.setTimeout(120_000);

const TABLES = ['identities', 'groups'] as const;
type Table = (typeof TABLES)[number];

let db: TestDatabase;
let tenantId: string;
let integrations: string[];

beforeAll(async () => {
  db = await createDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  tenantId = await seedTenant(db.database);
  integrations = [await seedIntegration(db.database, tenantId), await seedIntegration(db.database, tenantId)];
});

const NAMES: Record<Table, string> = { identities: 'user_name', groups: 'display_name' };

async function insert(sql: Sql, table: Table, integrationId: string, count = 1): Promise<void> {
  await sql.execute(
    `insert into ${table} (tenant_id, integration_id, id, ${NAMES[table]})
     select $1, $2, gen_random_uuid(), $3 || n from generate_series(1, $4::int) n`,
    [tenantId, integrationId, newId(), count],
  );
}

/** Deletes up to `count` rows. Skips rows that another transaction is deleting. */
async function remove(sql: Sql, table: Table, integrationId: string, count: number): Promise<void> {
  await sql.execute(
    `delete from ${table} where tenant_id = $1 and id = any (array(
       select id from ${table} where tenant_id = $1 and integration_id = $2 limit $3 for update skip locked))`,
    [tenantId, integrationId, count],
  );
}

/**
 * For each table, the stored counts and the real numbers of rows, read in one snapshot. There is one pair per
 * integration and one for the whole tenant.
 */
async function countsAndRows(): Promise<{ counted: number[]; there: number[] }> {
  const scopes = TABLES.flatMap((table) => [
    ...integrations.map((_, index) => ({ table, integration: `$${index + 2}` })),
    { table, integration: undefined },
  ]);
  const counted = scopes.map(({ table, integration }) => directoryCount(table, '$1', integration));
  const there = scopes.map(
    ({ table, integration }) =>
      `(select count(*) from ${table} where tenant_id = $1${integration ? ` and integration_id = ${integration}` : ''})`,
  );
  const [row] = await db.database.query<{ counted: number[]; there: number[] }>(
    `select array[${counted.join(', ')}]::int[] as counted, array[${there.join(', ')}]::int[] as there`,
    [tenantId, ...integrations],
  );
  return row!;
}

class Undone extends Error {}

interface Step {
  table: Table;
  at: number;
  deletes: boolean;
  count: number;
}
const steps = fc.array(
  fc.record<Step>({
    table: fc.constantFrom(...TABLES),
    at: fc.constantFrom(0, 1),
    deletes: fc.boolean(),
    count: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const transactions = fc.array(fc.record({ steps, undone: fc.boolean() }), { minLength: 1, maxLength: 24 });

it('counts equal the rows in every snapshot, under concurrent inserts, deletes and rollbacks in both integrations', async () => {
  await fc.assert(
    fc.asyncProperty(transactions, async (program) => {
      const end = new AbortController();
      const watching = (async () => {
        do {
          const { counted, there } = await countsAndRows();
          expect(counted).toEqual(there);
        } while (!end.signal.aborted);
      })();
      await Promise.all(
        program.map(async ({ steps: sequence, undone }) => {
          const work = db.database.transaction(async (tx) => {
            for (const { table, at, deletes, count } of sequence)
              await (deletes ? remove : insert)(tx, table, integrations[at]!, count);
            if (undone) throw new Undone();
          });
          await work.catch((error: unknown) => {
            if (!(error instanceof Undone)) throw error;
          });
        }),
      ).finally(() => end.abort());
      await watching;
      const { counted, there } = await countsAndRows();
      expect(counted).toEqual(there);
    }),
    { numRuns: 25 },
  );
});

it('does not wait for an uncommitted transaction that has counted, even in the same slot', async () => {
  const integrationId = integrations[0]!;
  await insert(db.database, 'identities', integrationId);
  await db.database.transaction(async (waiting) => {
    const [{ slot } = { slot: -1 }] = await waiting.query<{ slot: number }>('select pg_backend_pid() % 32 as slot');
    await db.database
      .transaction(async (open) => {
        await open.execute(
          `select pg_advisory_xact_lock(hashtextextended('directory_counts' || 'identities' || $1, $2))`,
          [integrationId, slot],
        );
        await open.execute(
          `insert into directory_counts as c values ($1, $2, 'identities', $3, 5)
         on conflict on constraint directory_counts_pkey do update set total = c.total`,
          [tenantId, integrationId, slot],
        );
        await waiting.execute(`set local lock_timeout = '5s'`);
        await insert(waiting, 'identities', integrationId);
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
  });
  const { counted, there } = await countsAndRows();
  expect(counted).toEqual(there);
  expect(there[0]).toBe(2);
});

it('deletes the counts of a deleted integration, and continues to count the others', async () => {
  const [gone, stays] = integrations as [string, string];
  for (const table of TABLES) {
    await insert(db.database, table, gone, 3);
    await insert(db.database, table, stays, 2);
  }
  await db.database.execute('delete from directory_integrations where tenant_id = $1 and id = $2', [tenantId, gone]);
  const left = await db.database.query<{ integration_id: string }>(
    'select distinct integration_id from directory_counts where tenant_id = $1',
    [tenantId],
  );
  expect(left).toEqual([{ integration_id: stays }]);
  const { counted, there } = await countsAndRows();
  expect(counted).toEqual([0, 2, 2, 0, 2, 2]);
  expect(there).toEqual(counted);
});

it('deletes the counts of a deleted tenant', async () => {
  await insert(db.database, 'identities', integrations[0]!, 3);
  await db.database.execute('delete from tenants where id = $1', [tenantId]);
  expect(await db.database.query('select from directory_counts where tenant_id = $1', [tenantId])).toEqual([]);
});

it('counts rows that move to another integration', async () => {
  await insert(db.database, 'groups', integrations[0]!, 3);
  await db.database.execute('update groups set integration_id = $2 where tenant_id = $1', [tenantId, integrations[1]]);
  expect((await countsAndRows()).counted).toEqual([0, 0, 0, 0, 3, 3]);
});

it('counts the rows from before the migration once, even if it was interrupted or writes continue', async () => {
  const Migration = migrations.find(({ name }) => name.startsWith('DirectoryCounts'))!;
  const migration = new Migration();
  const runner = db.database.dataSource.createQueryRunner();
  await migration.down(runner);
  for (const integrationId of integrations) await insert(db.database, 'identities', integrationId, 7);
  const end = new AbortController();
  const writing = (async () => {
    do await insert(db.database, 'identities', integrations[0]!);
    while (!end.signal.aborted);
  })();
  await migration.up(runner);
  await migration.up(runner);
  end.abort();
  await writing;
  await remove(db.database, 'identities', integrations[1]!, 2);
  await runner.release();
  const { counted, there } = await countsAndRows();
  expect(counted).toEqual(there);
  expect(there[1]).toBe(5);
});
