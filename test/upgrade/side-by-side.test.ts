import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { migrations } from '../../migrations/index.js';
import { AdminApi } from '../e2e/admin-api.js';
import { seededRandom } from '../faults/seeded-random.js';
import { Balancer } from '../replicas/balancer.js';
import { PersonLoad } from '../replicas/person-load.js';
import { Replica } from '../replicas/replica.js';
import { createDatabase, eventually, freePort, type TestDatabase } from '../support/index.js';
import { buildPreviousRelease } from './build-previous-release.js';

const THREADS = 4;
const PLENTY = { 'POST /users/{id}': 100_000, 'GET /users': 100_000, 'GET /users/{id}': 100_000, other: 100_000 };

let database: TestDatabase;
let okta: OktaSimulator;
let env: Record<string, string>;
const replicas: Replica[] = [];

beforeAll(async () => {
  [database, okta] = await Promise.all([
    createDatabase('template0'),
    OktaSimulator.start({ rateLimits: PLENTY, registrationAttribute: true }),
  ]);
  env = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    ADMIN_TOKEN: randomBytes(24).toString('hex'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
    LOG_LEVEL: 'error',
    WORKER: 'off',
    GRAPHQL_RATE_LIMIT: '0',
  };
});

afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.end('SIGTERM')));
  await okta?.stop();
  await database?.drop();
});

it('the previous release keeps working while this release migrates the database, and beside it afterwards', async () => {
  const previous = await buildPreviousRelease();
  const oldServer = await start('old server', 'server', previous);
  await start('old worker', 'worker', previous);
  const before = await migrated();

  const target = await connect(oldServer);
  const servers = [oldServer];
  const balancer = new Balancer(servers);
  const threads = Array.from(
    { length: THREADS },
    (_, index) =>
      new PersonLoad(`thread${index}`, balancer, target, seededRandom(index), (login) => okta.addPerson(login).id),
  );
  const running = { load: true };
  const load = Promise.all(threads.map((each) => each.run(() => !running.load, 40)));
  try {
    await eventually(() => threads.every((each) => each.people.length > 0));
    servers.push(await start('new server', 'server'));
    // Turns the safety cap for directory changes off, because the load exceeds it.
    await database.database.execute('update registration_syncs set max_directory_change_ratio = 1');
    await start('new worker', 'worker');
    // Starts a replica of the previous release in the middle of the roll-out, as if it had been restarted.
    servers.push(await start('old server, begun on the new schema', 'server', previous));
    await sleep(3_000);
  } finally {
    running.load = false;
  }
  await load;

  const people = threads.flatMap((each) => each.people);
  const registered = people.filter(({ active, passkeys }) => active && passkeys.length > 0).map(({ login }) => login);
  await eventually(() => expect(okta.trueSet()).toEqual(registered.toSorted()), { pauseMs: 200 });
  for (const server of servers) {
    const seen = await new AdminApi(server.url, env['ADMIN_TOKEN'] ?? '').identities(target.integrationId);
    expect(seen.map(({ userName }) => userName).toSorted()).toEqual(people.map(({ login }) => login).toSorted());
  }
  expect(balancer.figures).toMatchObject({ refused: 0, broken: [], faults: [] });

  const added = (await migrated()).slice(before.length);
  expect([...before, ...added].toSorted()).toEqual(migrations.map(({ name }) => name).toSorted());
  process.stdout.write(
    `upgrade: ${before.length} migrations of the previous release, ${added.length} added under load; ` +
      `${balancer.figures.answered} requests to two old servers and a new one, 0 refused, 0 failed\n`,
  );
});

async function start(name: string, app: 'server' | 'worker', dist?: string): Promise<Replica> {
  const port = String(await freePort());
  const own: Record<string, string> = app === 'server' ? { PORT: port } : { METRICS_PORT: port };
  const options = { app, env: { ...env, ...own }, ...(dist && { dist }) };
  const replica = new Replica(
    name,
    options,
    `http://localhost:${port}`,
    app === 'server' ? '/health/ready' : '/metrics',
  );
  replicas.push(replica);
  await replica.start();
  return replica;
}

async function connect({ url }: Replica) {
  const adminToken = env['ADMIN_TOKEN'] ?? '';
  const admin = new AdminApi(url, adminToken);
  const { id: integrationId } = await admin.createIntegration('Okta');
  const { token: scimToken } = await admin.generateBearerToken(integrationId);
  await admin.configureRegistrationSync(integrationId, okta.domain, okta.apiToken);
  return { integrationId, scimToken, adminToken };
}

/** The names of the migrations that have run, in the order in which they ran. */
async function migrated(): Promise<string[]> {
  const rows = await database.database.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}
