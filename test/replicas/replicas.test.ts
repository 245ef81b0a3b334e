import { setTimeout as sleep } from 'node:timers/promises';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { seededRandom } from '../faults/seeded-random.js';
import { createDatabase, eventually, freePort, type TestDatabase } from '../support/index.js';
import { Balancer } from './balancer.js';
import { type Person, PersonLoad } from './person-load.js';
import { connectOkta } from './connect-okta.js';
import { fleetEnvironment, Replica } from './replica.js';

/** Seconds for which the load runs. REPLICAS_SECONDS=600 makes a long run. */
const SECONDS = Number(process.env['REPLICAS_SECONDS'] ?? 12);
const SEED = Number(process.env['REPLICAS_SEED'] ?? 1);
const THREADS = 8;
const PLENTY = { 'POST /users/{id}': 100_000, 'GET /users': 100_000, 'GET /users/{id}': 100_000, other: 100_000 };

jest.setTimeout((SECONDS + 600) * 1000);

let database: TestDatabase;
let okta: OktaSimulator;
let servers: Replica[];
let workers: Replica[];
let adminToken: string;

beforeAll(async () => {
  database = await createDatabase();
  okta = await OktaSimulator.start({ rateLimits: PLENTY, registrationAttribute: true });
  const env = fleetEnvironment(database.url, { DRAIN_SECONDS: '0.5', GRAPHQL_RATE_LIMIT: '0' });
  adminToken = env.ADMIN_TOKEN;
  servers = [];
  for (const name of ['server 1', 'server 2', 'server 3']) {
    const port = String(await freePort());
    servers.push(new Replica(name, { app: 'server', env: { ...env, PORT: port } }, `http://localhost:${port}`));
  }
  workers = [];
  for (const name of ['worker 1', 'worker 2']) {
    const port = String(await freePort());
    const options = { app: 'worker', env: { ...env, METRICS_PORT: port } } as const;
    workers.push(new Replica(name, options, `http://localhost:${port}`, '/metrics'));
  }
  await Promise.all([...servers, ...workers].map((replica) => replica.start()));
});

afterAll(async () => {
  await Promise.all([...(servers ?? []), ...(workers ?? [])].map((replica) => replica.end('SIGTERM')));
  await okta?.stop();
  await database?.drop();
});

it('loses and duplicates nothing while servers and workers are killed and stopped at random', async () => {
  const random = seededRandom(SEED);
  const target = await connectOkta(servers[0]?.url ?? '', adminToken, okta);
  const balancer = new Balancer(servers);
  const threads = Array.from(
    { length: THREADS },
    (_, index) => new PersonLoad(`thread${index}`, balancer, target, seededRandom(SEED * 100 + index), addToOkta),
  );
  const began = performance.now();
  const deadline = Date.now() + SECONDS * 1000;
  const over = () => Date.now() >= deadline;
  const running = { trouble: true };
  const [endings] = await Promise.all([
    trouble(random, over).finally(() => (running.trouble = false)),
    ...threads.map((each) => each.run(() => !running.trouble, 60)),
  ]);
  const seconds = (performance.now() - began) / 1000;

  const people = threads.flatMap((each) => each.people);
  await expireLeases();
  await eventually(() => expect(okta.trueSet()).toEqual(registered(people)), { pauseMs: 200 });
  await nothingIsLost(people, target.integrationId);

  const { figures } = balancer;
  const sum = (key: keyof PersonLoad['acknowledged']) => threads.reduce((all, each) => all + each.acknowledged[key], 0);
  const changes = sum('created') + sum('patched') + sum('bound') + sum('revoked');
  process.stdout.write(
    `replicas: ${figures.answered} requests answered in ${seconds.toFixed(1)} s by 3 servers (${Math.round(figures.answered / seconds)}/s), ` +
      `${endings.SIGKILL} SIGKILL, ${endings.SIGTERM} SIGTERM; ${figures.brokenByKill} broken off by a kill, ${figures.broken.length} by a stop, ` +
      `${figures.refused} refused with 503; changes acknowledged ${changes} (people ${sum('created')}, changes ${sum('patched')}, ` +
      `passkeys bound ${sum('bound')}, revoked ${sum('revoked')}), lost 0, doubled 0; writes at Okta ${okta.writes.accepted.length}\n`,
  );
  expect(figures.broken).toEqual([]);
  expect(figures.faults).toEqual([]);
  expect(endings.SIGKILL + endings.SIGTERM).toBeGreaterThanOrEqual(FIRST.length);
  expect(changes).toBeGreaterThan(100);
});

/** The first signals are fixed, so that each kind of process gets both signals. Later signals are random. */
const FIRST = [
  ['server 1', 'SIGTERM'],
  ['worker 1', 'SIGKILL'],
  ['server 2', 'SIGKILL'],
  ['worker 2', 'SIGTERM'],
] as const;

/** Ends one process after another, and starts each again. A server is ended only while another one is ready. */
async function trouble(random: () => number, over: () => boolean): Promise<{ SIGKILL: number; SIGTERM: number }> {
  const done = { SIGKILL: 0, SIGTERM: 0 };
  const starting: Promise<void>[] = [];
  const all = [...servers, ...workers];
  for (let step = 0; step < FIRST.length || !over(); step += 1) {
    const drawn = [all[Math.floor(random() * all.length)]?.name, random() < 0.5 ? 'SIGKILL' : 'SIGTERM'] as const;
    const [name, signal] = FIRST[step] ?? drawn;
    const victim = all.find((each) => each.name === name) as Replica;
    await sleep(200 + random() * 600);
    await eventually(() => servers.some((each) => each.ready && each !== victim) && victim.ready);
    const ending = await victim.end(signal);
    if (ending === undefined) throw new Error(`${victim.name} ended by itself:\n${victim.process.printed}`);
    if (signal === 'SIGTERM' && ending.code !== 0) {
      throw new Error(`${victim.name} ended with ${JSON.stringify(ending)} on SIGTERM:\n${victim.process.printed}`);
    }
    done[signal] += 1;
    starting.push(victim.start());
  }
  await Promise.all(starting);
  return done;
}

function addToOkta(login: string): string {
  return okta.addPerson(login).id;
}

function registered(people: readonly Person[]): string[] {
  return people
    .filter(({ active, passkeys }) => active && passkeys.length > 0)
    .map(({ login }) => login)
    .sort();
}

async function nothingIsLost(people: readonly Person[], integrationId: string): Promise<void> {
  const rows = await database.database.query<{ login: string; made: number }>(
    `select i.user_name as login, i.display_name as "displayName", i.active, i.active_passkeys as passkeys,
        (select count(*)::int from audit_events a where a.tenant_id = i.tenant_id and a.subject_id = i.id::text and a.action = 'identity.created') as made
       from identities i where i.integration_id = $1`,
    [integrationId],
  );
  const stored = rows.toSorted((a, b) => a.login.localeCompare(b.login));
  const acknowledged = people
    .map(({ login, displayName, active, passkeys }) => ({
      login,
      displayName,
      active,
      passkeys: passkeys.length,
      made: 1,
    }))
    .toSorted((a, b) => a.login.localeCompare(b.login));
  expect(stored).toEqual(acknowledged);
}

/** Expires the leases of killed workers at once, so that the test need not wait for them. */
async function expireLeases(): Promise<void> {
  await database.database.execute(
    `update registrations set locked_until = now() - interval '1 second', due_at = now() where locked_until is not null`,
  );
}
