import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const script = join(import.meta.dirname, '../../scripts/container.sh');
const FOLDERS = ['rollcall', 'postgres', 'grafana'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-secrets-'));
  for (const name of [...FOLDERS, 'bin']) mkdirSync(join(folder, name));
  // Only root may change owners, so this fake chown records the owner that each file would get.
  writeFileSync(join(folder, 'bin/chown'), `#!/bin/sh\necho "$2 $3" >>"${folder}/owners"\n`, { mode: 0o755 });
});
afterEach(() => {
  for (const name of FOLDERS) chmodSync(join(folder, name), 0o700);
  rmSync(folder, { recursive: true });
});

function makeSecrets(): void {
  const PATH = `${join(folder, 'bin')}:${dirname(process.execPath)}:${process.env['PATH']}`;
  const { status, stderr } = spawnSync('sh', [script, 'make-secrets', folder], { encoding: 'utf8', env: { PATH } });
  expect([status, stderr]).toEqual([0, '']);
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

it('gives each reader its own folder, which no other user can read', () => {
  makeSecrets();
  const files = FOLDERS.flatMap((name) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`));
  expect(files.toSorted()).toEqual([
    'grafana/password',
    'postgres/password',
    'rollcall/admin-token',
    'rollcall/database-url',
    'rollcall/encryption-keys',
  ]);
  expect(files.map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual(files.map(() => 0o400));
  expect(FOLDERS.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual(FOLDERS.map(() => 0o500));
  expect(read('owners').trim().split('\n')).toEqual(['1000 rollcall', '999 postgres', '472 grafana']);
  expect(read('rollcall/encryption-keys')).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/);
  expect(read('rollcall/database-url')).toBe(`postgres://rollcall:${read('postgres/password')}@postgres:5432/rollcall`);
});

it('keeps the secrets that an earlier start made, also those in the single folder of release 0.1', () => {
  writeFileSync(join(folder, 'rollcall/postgres-password'), 'first');
  writeFileSync(join(folder, 'rollcall/grafana-password'), 'second');
  writeFileSync(join(folder, 'rollcall/encryption-keys'), 'k1:kept');
  makeSecrets();
  for (const name of FOLDERS) chmodSync(join(folder, name), 0o700);
  makeSecrets();
  expect([read('postgres/password'), read('grafana/password'), read('rollcall/encryption-keys')]).toEqual([
    'first',
    'second',
    'k1:kept',
  ]);
  expect(existsSync(join(folder, 'rollcall/postgres-password'))).toBe(false);
});
