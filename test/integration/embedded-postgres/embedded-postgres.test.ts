import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@rollcall/platform';
import { eventually } from '../../support/index.js';

type Running = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

let dataDir: string;
let said: string[];
const running: Running[] = [];
const strangers: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rollcall-embedded-'));
  chmodSync(dataDir, 0o711);
  said = [];
});

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  for (const stranger of strangers.splice(0)) stranger.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(folder = dataDir, durability: 'full' | 'test' = 'test'): Promise<Running> {
  const postgres = await startEmbeddedPostgres({ dataDir: folder, durability, log: (line) => said.push(line) });
  running.push(postgres);
  return postgres;
}

async function query<R extends object>(url: string, text: string): Promise<R[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

async function setting(url: string, name: string): Promise<string> {
  const [row] = await query<{ value: string }>(url, `select current_setting('${name}') as value`);
  return row?.value ?? '';
}

const cluster = () => join(dataDir, 'postgres');
const pidFile = () => join(cluster(), 'postmaster.pid');
const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

/**
 * Starts a process that has nothing to do with PostgreSQL but runs under its account. PostgreSQL would take its pid for
 * that of a postmaster.
 */
function stranger(): ChildProcess {
  const { uid, gid } = statSync(cluster());
  const child = spawn('sleep', ['600'], { uid, gid, cwd: '/', stdio: 'ignore' });
  strangers.push(child);
  return child;
}

test('keeps data, port and password over a restart, and leaves nothing running', async () => {
  const first = await start();
  await query(first.url, `create table kept as select 'ž' as letter`);
  await first.stop();
  expect(existsSync(pidFile())).toBe(false);

  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select letter from kept')).toEqual([{ letter: 'ž' }]);
});

test('is reachable on loopback only, by password only, and loses nothing that was committed', async () => {
  const { url } = await start(dataDir, 'full');
  expect(await setting(url, 'listen_addresses')).toBe('127.0.0.1');
  expect(await setting(url, 'unix_socket_directories')).toBe('');
  expect(await setting(url, 'fsync')).toBe('on');
  expect(await setting(url, 'synchronous_commit')).toBe('on');
  expect(await setting(url, 'server_encoding')).toBe('UTF8');
  expect(Number(await setting(url, 'port'))).toBeLessThan(32_768);
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('processes that start at the same time share one server, which stops with the last of them', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(other.url).toBe(one.url);
  await one.stop();
  expect(await query(other.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await other.stop();
  expect(existsSync(pidFile())).toBe(false);
});

test('a server that is killed starts again at the same address with all committed data', async () => {
  const { url } = await start();
  await query(url, 'create table kept as select 1 as n');
  const killed = postmaster();
  process.kill(killed, 'SIGKILL');
  await eventually(async () => expect(await query(url, 'select n from kept')).toEqual([{ n: 1 }]));
  expect(postmaster()).not.toBe(killed);
});

test('a stale pid file whose number now belongs to another process neither prevents the start nor harms that process', async () => {
  const first = await start();
  const content = readFileSync(pidFile(), 'utf8').split('\n');
  const owner = statSync(pidFile());
  await first.stop();
  const other = stranger();
  writeFileSync(pidFile(), [String(other.pid), ...content.slice(1)].join('\n'), { mode: 0o600 });
  expect(owner.uid).toBe(statSync(cluster()).uid);

  const second = await start();
  expect(await query(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(postmaster()).not.toBe(other.pid);
  await second.stop();
  expect(other.exitCode ?? other.signalCode).toBeNull();
});

test('an interrupted first start does not prevent the next start', async () => {
  mkdirSync(join(dataDir, 'postgres-new-abc', 'data'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres-password'), 'kept-from-the-first-try\n', { mode: 0o600 });
  const { url } = await start();
  expect(new URL(url).password).toBe('kept-from-the-first-try');
});

test('root stores the cluster in /var/tmp if other users cannot enter the data folder; other users do not', async () => {
  const root = process.getuid?.() === 0;
  const closed = join(dataDir, 'closed');
  mkdirSync(join(closed, 'data'), { recursive: true });
  chmodSync(closed, 0o700);
  const first = await start(join(closed, 'data'));
  await query(first.url, 'create table kept as select 1 as n');
  const location = await setting(first.url, 'data_directory');
  expect(location.startsWith('/var/tmp/rollcall-')).toBe(root);
  expect(said.some((line) => line.includes(location))).toBe(root);
  await first.stop();

  const second = await start(join(closed, 'data'));
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await second.stop();
  if (root) rmSync(join(location, '..'), { recursive: true, force: true });
});

test('a missing password is reported and not replaced', async () => {
  await (await start()).stop();
  rmSync(join(dataDir, 'postgres-password'));
  await expect(start()).rejects.toThrow('postgres-password is missing');
});
