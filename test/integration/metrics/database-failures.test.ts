import { Test, type TestingModule } from '@nestjs/testing';
import { Database, Metrics } from '@rollcall/platform';
import { ServerModule } from '../../../apps/server/src/server.module.js';
import { createDatabase, type TestDatabase } from '../../support/index.js';
import { testConfig } from '../okta-sync/rig.js';

const FULL = `do $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`;

let on: TestDatabase;
let app: TestingModule;
beforeAll(async () => {
  on = await createDatabase();
  app = await Test.createTestingModule({ imports: [ServerModule.forRoot(testConfig(on.url, false))] }).compile();
});
afterAll(async () => {
  await app?.close();
  await on?.drop();
});

async function failures(): Promise<Record<string, number>> {
  const { text } = await app.get(Metrics, { strict: false }).scrape();
  const lines = text.matchAll(/^rollcall_database_failures_total\{state="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, state, count]) => [state, Number(count)]));
}

test('metrics report a full disk and a standby although reads go on, and do not report our own mistakes', async () => {
  const database = app.get(Database, { strict: false });
  expect(await failures()).toEqual({ 53100: 0, 25006: 0 });
  await expect(database.execute(FULL)).rejects.toThrow('could not extend file');
  await expect(database.query(FULL)).rejects.toThrow('could not extend file');
  await expect(database.transaction((tx) => tx.execute(FULL))).rejects.toThrow('could not extend file');
  const writesToStandby = database.transaction(async (tx) => {
    await tx.execute('set transaction read only');
    await tx.execute('delete from identities');
  });
  await expect(writesToStandby).rejects.toThrow('read-only transaction');
  await expect(database.query('select 1 / 0')).rejects.toThrow('division by zero');
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  expect(await failures()).toEqual({ 53100: 3, 25006: 1 });
});
