import { AesGcmSecretBox, AppConfig, KeyRotation, SealedColumns, systemCaller } from '@rollcall/platform';
import { auditTrailOf, createDatabase, seedTenant, type TestDatabase } from '../../support/index.js';

const KEYS = ['k1', 'k2', 'lost'].map((id, index) => ({ id, key: Buffer.alloc(32, index) }));
const boxOf = (...ids: string[]) =>
  new AesGcmSecretBox(
    new AppConfig({ encryptionKeys: ids.map((id) => KEYS.find((key) => key.id === id)) } as unknown as AppConfig),
  );
const aadOf = ([group = '', name = '']: readonly string[]) => `safe:${group}:${name}`;

let on: TestDatabase;
let tenantId: string;

beforeAll(async () => {
  on = await createDatabase();
  tenantId = await seedTenant(on.database);
  await on.database.execute('create table safe (grp text, name text, secret text, primary key (grp, name))');
});
afterAll(() => on.drop());
beforeEach(() => on.database.execute('delete from safe'));

const rotate = (...ids: string[]) => {
  const columns = new SealedColumns();
  columns.add({ table: 'safe', column: 'secret', primaryKey: ['grp', 'name'], aadOf });
  const rotation = new KeyRotation(on.database, columns, boxOf(...ids), auditTrailOf(on.database));
  return rotation.rotate(systemCaller(tenantId, 'test'));
};

async function fill(count: number, keyId: string, group: string): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => String(index));
  const secrets = names.map((name) => boxOf(keyId).seal(`secret of ${name}`, aadOf([group, name])));
  await on.database.execute('insert into safe select $1, * from unnest($2::text[], $3::text[])', [
    group,
    names,
    secrets,
  ]);
}

it('encrypts everything again in several batches, and finds nothing to do the second time', async () => {
  await fill(450, 'k1', 'a');
  await on.database.execute(`insert into safe values ('a', 'none', null)`);
  expect(await rotate('k2', 'k1')).toBe(450);
  expect(await rotate('k2', 'k1')).toBe(0);
  const rows = await on.database.query<{ name: string; secret: string }>(
    'select name, secret from safe where secret is not null',
  );
  expect(rows.every(({ name, secret }) => boxOf('k2').open(secret, aadOf(['a', name])) === `secret of ${name}`)).toBe(
    true,
  );
});

it('encrypts what it can, and then names the missing keys', async () => {
  await fill(2, 'k1', 'a');
  await fill(3, 'lost', 'b');
  await expect(rotate('k2', 'k1')).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('3 under lost'),
  });
  const [row] = await on.database.query<{ moved: string }>(
    `select count(*) as moved from safe where secret like 'v1.k2.%'`,
  );
  expect(row?.moved).toBe('2');
});

it('is recorded in the audit trail', async () => {
  await fill(1, 'k1', 'a');
  await rotate('k2', 'k1');
  const events = await on.database.query<{ detail: object }>(
    `select detail from audit_events where action = 'encryption_keys.rotated' order by id desc limit 1`,
  );
  expect(events).toEqual([{ detail: { primaryKeyId: 'k2', resealed: 1, leftBehind: {} } }]);
});
