import { awaitMigrations, migrate } from '@rollcall/platform';
import { migrations, migrationSource } from '../../../migrations/index.js';
import { createDatabase, type TestDatabase } from '../../support/index.js';

let on: TestDatabase;
beforeAll(async () => {
  on = await createDatabase('template0');
});
afterAll(() => on.drop());

it('waits until another process has migrated, and reports what it waits for', async () => {
  const reports: string[] = [];
  let over = false;
  const waiting = awaitMigrations(migrationSource(on.url), (line) => void reports.push(line)).then(() => (over = true));
  while (reports.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect([over, reports]).toEqual([
    false,
    [expect.stringMatching(new RegExp(`^Waiting for ${migrations.length} migrations .* Run: rollcall migrate$`))],
  ]);
  await migrate(migrationSource(on.url));
  await waiting;
  await awaitMigrations(migrationSource(on.url), (line) => void reports.push(line));
  expect(reports).toHaveLength(1);
});
