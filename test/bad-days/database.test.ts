import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@rollcall/platform';
import { AdminApi } from '../e2e/admin-api.js';
import { seededRandom } from '../faults/seeded-random.js';
import { Balancer } from '../replicas/balancer.js';
import { PersonLoad, type Target } from '../replicas/person-load.js';
import { Replica } from '../replicas/replica.js';
import { eventually, freePort } from '../support/index.js';

/** Seconds for which PostgreSQL is down. A drill by hand sets OUTAGE_SECONDS=60. */
const OUTAGE_SECONDS = Number(process.env['OUTAGE_SECONDS'] ?? 4);
/** Maximum number of warm-ups. Each takes three seconds, and they end when resident memory is stable. */
const WARM_UPS = 20;
/** Maximum growth of resident memory in megabytes, compared with the same load without an outage. */
const MAX_RESIDENT = 200;
/**
 * Maximum growth of the heap after garbage collection, in megabytes. If the server kept one error per refused request,
 * the heap would grow by more within a minute.
 */
const MAX_IN_USE = 8;
const CONNECTIONS = 2_000;
/** Maximum number of concurrent requests of one tenant. */
const SHARE = 8;

jest.setTimeout((600 + OUTAGE_SECONDS) * 1000);

let dataDir: string;
let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let server: Replica;
let target: Target;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rollcall-bad-days-'));
  chmodSync(dataDir, 0o711);
  await startPostgres();
  const port = String(await freePort());
  const adminToken = randomBytes(24).toString('hex');
  const env = {
    NODE_ENV: 'production',
    PORT: port,
    DATABASE_URL: postgres.url,
    ADMIN_TOKEN: adminToken,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: 'fatal',
    SCIM_RATE_LIMIT: '0',
    GRAPHQL_RATE_LIMIT: '0',
    ANONYMOUS_RATE_LIMIT: '0',
  };
  const preload = join(import.meta.dirname, 'heap-in-use.mjs');
  server = new Replica('server', { app: 'server', env, preload }, `http://localhost:${port}`);
  await server.start();
  const admin = new AdminApi(server.url, adminToken);
  const { id: integrationId } = await admin.createIntegration('Okta');
  const { token: scimToken } = await admin.generateBearerToken(integrationId);
  target = { integrationId, scimToken, adminToken };
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function startPostgres(): Promise<void> {
  postgres = await startEmbeddedPostgres({ dataDir, durability: 'test', log: () => undefined });
}

async function onDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Answer {
  status: number;
  retryAfter: string | null;
  text: string;
}

async function get(path: string): Promise<Answer> {
  if (!server.process.running) throw new Error(`the server ended:\n${server.process.printed}`);
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${target.scimToken}` } });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() };
}
const users = () => get(`/scim/v2/${target.integrationId}/Users?count=1`);

/** Resident memory of the server, megabytes. */
function memory(): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Size of the server's heap after garbage collection, megabytes. */
async function heapInUse(): Promise<number> {
  const answers = () => [...server.process.printed.matchAll(/^heap in use (\d+): (\d+) bytes$/gm)].at(-1) ?? [];
  const [, before] = answers();
  server.process.signal('SIGUSR2');
  await eventually(() => answers()[1] !== before);
  return Number(answers()[2]) / 1024 ** 2;
}

/** Sends fifty concurrent requests for `seconds`. @returns the number of answers, and the peak of resident memory */
async function press(seconds: number, expected: readonly unknown[]): Promise<{ answered: number; resident: number }> {
  let answered = 0;
  let resident = 0;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) {
    const answers = await Promise.all(Array.from({ length: 50 }, users));
    for (const { status, retryAfter } of answers) expect([status, retryAfter]).toEqual(expected);
    answered += answers.length;
    resident = Math.max(resident, memory());
  }
  return { answered, resident };
}

/** Warms up a new server until its heap size is stable. @returns its resident memory in megabytes */
async function warmUp(): Promise<number> {
  let level = memory();
  for (let times = 0; times < WARM_UPS; times += 1) {
    const { resident } = await press(3, [200, null]);
    if (resident < level * 1.03) return Math.max(resident, level);
    level = resident;
  }
  return level;
}

it(`PostgreSQL away for ${OUTAGE_SECONDS} s: clear words, short memory, quick recovery, nothing lost`, async () => {
  const balancer = new Balancer([server], (OUTAGE_SECONDS + 120) * 1000);
  const threads = Array.from(
    { length: 8 },
    (_, index) => new PersonLoad(`away${index}`, balancer, target, seededRandom(index), (login) => `00u${login}`),
  );
  const running = { load: true };
  const load = Promise.all(threads.map((each) => each.run(() => !running.load, 40)));
  await eventually(() => threads.every((each) => each.people.length > 1));
  const warm = { resident: await warmUp(), inUse: await heapInUse() };
  await postgres.stop();
  await eventually(async () => expect(await get('/health/ready')).toMatchObject({ status: 503 }));
  expect((await get('/health/ready')).text).toContain('"message"');
  expect((await get('/health/live')).status).toBe(200);
  const { answered: refused, resident } = await press(OUTAGE_SECONDS, [503, '5']);
  const inUse = await heapInUse();
  await startPostgres();
  const back = performance.now();
  await eventually(async () => expect((await users()).status).toBe(200), { pauseMs: 10 });
  const recovered = performance.now() - back;
  await eventually(() => server.ready);
  await sleep(500);
  running.load = false;
  await load;

  const people = threads.flatMap((each) => each.people);
  const { rows } = await onDatabase((client) =>
    client.query<{ login: string }>(
      `select user_name as login, display_name as "displayName", active, active_passkeys as passkeys from identities
        where user_name like 'away%'`,
    ),
  );
  const acknowledged = people.map(({ login, displayName, active, passkeys }) => ({
    login,
    displayName,
    active,
    passkeys: passkeys.length,
  }));
  const byLogin = (a: { login: string }, b: { login: string }) => a.login.localeCompare(b.login);
  expect(rows.toSorted(byLogin)).toEqual(acknowledged.toSorted(byLogin));
  expect(resident - warm.resident).toBeLessThan(MAX_RESIDENT);
  expect(inUse - warm.inUse).toBeLessThan(MAX_IN_USE);
  expect(balancer.figures.faults).toEqual([]);
  process.stdout.write(
    `PostgreSQL away ${OUTAGE_SECONDS} s: ${refused} requests refused with 503, memory ${warm.resident.toFixed(0)} → ${resident.toFixed(0)} MB, ` +
      `in use after garbage collection ${warm.inUse.toFixed(1)} → ${inUse.toFixed(1)} MB, served again ${recovered.toFixed(0)} ms after it was back, ${people.length} people and their changes kept, lost 0\n`,
  );
});

it("a tenant's share of connections held: newcomers are refused within seconds, those at work are served when it is over", async () => {
  await onDatabase(async (blocker) => {
    await blocker.query('begin; lock table identities in access exclusive mode');
    const settled: number[] = [];
    const held = Array.from({ length: SHARE }, async () => {
      const { status } = await users();
      settled.push(status);
      return status;
    });
    await eventually(async () => {
      const { rows } = await blocker.query<{ count: number }>(
        `select count(*)::int as count from pg_locks where not granted`,
      );
      expect(rows[0]?.count).toBeGreaterThanOrEqual(SHARE);
    });
    const newcomers = await Promise.all(Array.from({ length: 140 }, users));
    for (const { status, retryAfter } of newcomers) expect([status, retryAfter]).toEqual([503, '5']);
    expect(settled).toEqual([]);
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    await blocker.query('rollback');
    expect(await Promise.all(held)).toEqual(Array<number>(SHARE).fill(200));
    expect((await users()).status).toBe(200);
  });
});

it('commits that take long (a slow disk) are waited for, and none is lost', async () => {
  await onDatabase((client) =>
    client.query(`create function slow_commit() returns trigger language plpgsql as 'begin perform pg_sleep(0.2); return null; end';
      create constraint trigger slow_commit after insert on identities deferrable initially deferred
        for each row execute function slow_commit()`),
  );
  const made = await Promise.all(
    Array.from({ length: 64 }, async (_, index) => {
      const response = await fetch(`${server.url}/scim/v2/${target.integrationId}/Users`, {
        method: 'POST',
        headers: { authorization: `Bearer ${target.scimToken}`, 'content-type': 'application/scim+json' },
        body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: `slow${index}` }),
      });
      return response.status;
    }),
  );
  expect(made).toEqual(Array<number>(64).fill(201));
  const { rows } = await onDatabase((client) => {
    return client
      .query<{ count: number }>(`drop trigger slow_commit on identities;`)
      .then(() =>
        client.query<{ count: number }>(`select count(*)::int as count from identities where user_name like 'slow%'`),
      );
  });
  expect(rows[0]?.count).toBe(64);
});

it(`${CONNECTIONS} connections that say little: the server lives and serves others`, async () => {
  const before = memory();
  const port = Number(new URL(server.url).port);
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, (_, index) => open(port, index)));
  try {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    for (let times = 0; times < 50; times += 1) expect((await users()).status).toBe(200);
    const during = memory();
    expect(during - before).toBeLessThan(200);
    process.stdout.write(
      `${CONNECTIONS} connections: memory ${before.toFixed(0)} → ${during.toFixed(0)} MB, others served\n`,
    );
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});

/** Opens a connection. It sends nothing if `index` is odd, and an incomplete request head if `index` is even. */
function open(port: number, index: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost', () => {
      if (index % 2 === 0) socket.write('POST /scim/v2/x/Users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n');
      socket.off('error', reject).on('error', () => undefined);
      resolve(socket);
    }).once('error', reject);
  });
}
