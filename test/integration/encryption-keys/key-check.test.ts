import {
  AesGcmSecretBox,
  AppConfig,
  ConfigError,
  fingerprintOf,
  forgetKey,
  KeyCheck,
  SealedColumns,
} from '@rollcall/platform';
import { createDatabase, type TestDatabase } from '../../support/index.js';

const KEYS = { right: Buffer.alloc(32, 1), wrong: Buffer.alloc(32, 2), next: Buffer.alloc(32, 3) };
const aadOf = ([name = '']: readonly string[]) => `safe:${name}`;

let on: TestDatabase;
beforeAll(async () => {
  on = await createDatabase();
  await on.database.execute('create table safe (name text primary key, secret text)');
});
afterAll(() => on.drop());
beforeEach(async () => {
  await on.database.execute('delete from safe');
  await on.database.execute('delete from encryption_keys');
});

const configOf = (keys: [string, Buffer][]) =>
  new AppConfig({ encryptionKeys: keys.map(([id, key]) => ({ id, key })) } as unknown as AppConfig);

async function start(...keys: [string, Buffer][]): Promise<string> {
  const columns = new SealedColumns();
  columns.add({ table: 'safe', column: 'secret', primaryKey: ['name'], aadOf });
  const config = configOf(keys);
  try {
    await new KeyCheck(config, on.database, columns, new AesGcmSecretBox(config)).onApplicationBootstrap();
    return 'starts';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

const seal = (id: string, key: Buffer) =>
  on.database.execute(`insert into safe values ('okta', $1)`, [
    new AesGcmSecretBox(configOf([[id, key]])).seal('a token', aadOf(['okta'])),
  ]);

it('starts with the key that encrypted the stored data, and refuses another key with the same id, naming both', async () => {
  expect(await start(['k1', KEYS.right])).toBe('starts');
  await seal('k1', KEYS.right);
  const refusal = await start(['k1', KEYS.wrong]);
  expect(refusal).toMatch(/^ENCRYPTION_KEYS: key k1 [^\n]+$/);
  expect(refusal).toContain(fingerprintOf(KEYS.right));
  expect(refusal).toContain(fingerprintOf(KEYS.wrong));
  expect(await start(['k1', KEYS.right])).toBe('starts');
});

it('accepts another key with the same id while the id has encrypted nothing', async () => {
  expect(await start(['k1', KEYS.wrong])).toBe('starts');
  expect(await start(['k1', KEYS.right])).toBe('starts');
  await seal('k1', KEYS.right);
  expect(await start(['k1', KEYS.right])).toBe('starts');
});

it('tries a key on a value that an earlier release stored, and records the key only if it decrypts the value', async () => {
  await seal('k1', KEYS.right);
  expect(await start(['k1', KEYS.wrong])).toMatch(/^ENCRYPTION_KEYS: key k1 /);
  expect(await start(['k1', KEYS.right])).toBe('starts');
  const recorded = await on.database.query(`select id, fingerprint from encryption_keys`);
  expect(recorded).toEqual([{ id: 'k1', fingerprint: fingerprintOf(KEYS.right) }]);
});

it('refuses to start without a key that encrypted stored data, until the key is marked as lost', async () => {
  await seal('k1', KEYS.right);
  expect(await start(['k2', KEYS.next], ['k1', KEYS.right])).toBe('starts');
  expect(await start(['k2', KEYS.next])).toMatch(/^ENCRYPTION_KEYS lacks key k1 .* rollcall keys forget k1$/);
  await forgetKey(on.database.dataSource, 'k1');
  expect(await start(['k2', KEYS.next])).toBe('starts');
});
