import { randomBytes } from 'node:crypto';
import { type FaultKind, OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { OwnPostgres } from '../faults/own-postgres.js';
import { seededRandom } from '../faults/seeded-random.js';
import { Balancer } from '../replicas/balancer.js';
import { type Person, PersonLoad } from '../replicas/person-load.js';
import { connectOkta } from '../replicas/connect-okta.js';
import { fleetEnvironment, Replica } from '../replicas/replica.js';
import { eventually, freePort } from '../support/index.js';
import { LateWrites } from './late-writes.js';
import { Mishaps } from './mishaps.js';

/** Runs with `npm run storm`; STORM_SECONDS sets the length, STORM_SEED the course. */
const SECONDS = Number(process.env['STORM_SECONDS'] ?? 300);
const SEED = Number(process.env['STORM_SEED'] ?? 1);
const THREADS = 8;
const PEOPLE_OF_A_THREAD = 60;
const PLENTY = { 'POST /users/{id}': 100_000, 'GET /users': 100_000, 'GET /users/{id}': 100_000, other: 100_000 };
const BAD: FaultKind[] = [
  'bad-gateway-html',
  'unavailable',
  'reset-before',
  'reset-after',
  'internal-error-after',
  'internal-error',
  'truncated-body',
  'never-before',
  'never-after',
];
/** Share of all requests that get a bad answer, and share of the remaining writes that are applied late. */
const BAD_ANSWERS = 0.3;
const LATE_WRITES = 0.08;
const RESTS_WITHIN_MS = 600_000;

jest.setTimeout((SECONDS + 1_200) * 1_000);

let postgres: OwnPostgres;
let okta: OktaSimulator;
let late: LateWrites;
let servers: Replica[] = [];
let workers: Replica[] = [];
const adminToken = randomBytes(24).toString('hex');

beforeAll(async () => {
  late = new LateWrites(seededRandom(SEED + 7));
  postgres = await OwnPostgres.start();
  okta = await OktaSimulator.start({ rateLimits: PLENTY, registrationAttribute: true, extend: late.extend });
  const env = fleetEnvironment(postgres.url, { ADMIN_TOKEN: adminToken, GRAPHQL_RATE_LIMIT: '0' });
  const replica = async (app: 'server' | 'worker', name: string): Promise<Replica> => {
    const port = String(await freePort());
    const own = app === 'server' ? { PORT: port } : { METRICS_PORT: port };
    const readyAt = app === 'server' ? '/health/ready' : '/metrics';
    return new Replica(name, { app, env: { ...env, ...own } }, `http://localhost:${port}`, readyAt);
  };
  servers = await Promise.all(['server 1', 'server 2', 'server 3'].map((name) => replica('server', name)));
  workers = await Promise.all(['worker 1', 'worker 2'].map((name) => replica('worker', name)));
  // One after the other: if all start at once, each exceeds its time limit.
  for (const each of [...servers, ...workers]) await each.start();
}, 600_000);

afterAll(async () => {
  for (const each of workers) each.process.signal('SIGCONT');
  await Promise.all([...servers, ...workers].map((each) => each.end('SIGTERM')));
  await okta?.stop();
  await postgres?.drop();
}, 120_000);

it('holds what is true when the storm is over', async () => {
  const target = await connectOkta(servers[0]?.url ?? '', adminToken, okta);
  const balancer = new Balancer(servers, 240_000);
  const threads = Array.from(
    { length: THREADS },
    (_, index) => new PersonLoad(`thread${index}`, balancer, target, seededRandom(SEED * 100 + index), addToOkta),
  );
  okta.org.faults.set([{ kinds: BAD, probability: BAD_ANSWERS, path: '/api/v1/users' }], SEED);
  late.probability = LATE_WRITES;
  const deadline = Date.now() + SECONDS * 1_000;
  const over = (): boolean => Date.now() >= deadline;
  const mishaps = new Mishaps(seededRandom(SEED), servers, workers, postgres);
  await Promise.all([mishaps.go(over), ...threads.map((each) => each.run(over, PEOPLE_OF_A_THREAD))]);

  const broken = Object.values(okta.org.faults.counts).reduce((sum, count) => sum + count, 0);
  okta.org.faults.clear();
  late.probability = 0;
  const calmAt = performance.now();
  await eventually(atRest, { timeoutMs: RESTS_WITHIN_MS, pauseMs: 500 });
  const restMs = performance.now() - calmAt;

  const people = threads.flatMap((each) => each.people);
  const wrong = await compare(people, target.integrationId);
  const sum = (key: keyof PersonLoad['acknowledged']) => threads.reduce((all, each) => all + each.acknowledged[key], 0);
  const acknowledged = sum('created') + sum('patched') + sum('bound') + sum('revoked');
  const { accepted } = okta.writes;
  const needless = accepted.filter((write) => !write.changed).length;
  process.stdout.write(
    `storm: seed ${SEED}, ${SECONDS} s, ${JSON.stringify(mishaps.happened)}, ${broken} answers broken and ${late.count} writes applied late of ` +
      `${okta.writes.all.length} writes; ${acknowledged} changes acknowledged of ${people.length} people, ${sum('bound')} binds, ` +
      `${sum('revoked')} revokes; ${accepted.length} writes applied, ${needless} of them needless; at rest after ${(restMs / 1_000).toFixed(1)} s: ` +
      `${wrong.okta.length} wrong in Okta, ${wrong.directory.length} in the directory\n`,
  );
  expect(wrong).toEqual({ okta: [], directory: [] });
});

function addToOkta(login: string): string {
  return okta.addPerson(login).id;
}

/** Expects that no ledger row is due or leased. */
async function atRest(): Promise<void> {
  const owed = await postgres.database.query(
    `select identity_id, state, due_at, last_error from registrations where due_at is not null or locked_by is not null limit 3`,
  );
  expect(owed).toEqual([]);
}

/** Logins for which Okta or our directory differs from the last acknowledged state. */
async function compare(people: readonly Person[], integrationId: string) {
  const trueSet = new Set(okta.trueSet());
  const rows = await postgres.database.query<{ login: string; active: boolean; passkeys: number }>(
    `select user_name as login, active, active_passkeys as passkeys from identities where integration_id = $1`,
    [integrationId],
  );
  const stored = new Map(rows.map((row) => [row.login, row]));
  const isRegistered = ({ active, passkeys }: Person): boolean => active && passkeys.length > 0;
  return {
    okta: people.filter((one) => trueSet.has(one.login) !== isRegistered(one)).map(({ login }) => login),
    directory: people
      .filter(({ login, active, passkeys }) => {
        const row = stored.get(login);
        return row?.active !== active || row.passkeys !== passkeys.length;
      })
      .map(({ login }) => login),
  };
}
