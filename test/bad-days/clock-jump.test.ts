import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { AdminApi } from '../e2e/admin-api.js';
import { Replica } from '../replicas/replica.js';
import { createDatabase, eventually, freePort, type TestDatabase } from '../support/index.js';

const HOUR_MS = 3_600_000;
const PEOPLE = 20;

let database: TestDatabase;
let okta: OktaSimulator;
let env: Record<string, string>;
const replicas: Replica[] = [];

beforeAll(async () => {
  [database, okta] = await Promise.all([createDatabase(), OktaSimulator.start({ registrationAttribute: true })]);
  env = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    ADMIN_TOKEN: randomBytes(24).toString('hex'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
    LOG_LEVEL: 'error',
    WORKER: 'off',
  };
});

afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.end('SIGTERM')));
  await okta?.stop();
  await database?.drop();
});

it('machines whose clocks are an hour ahead and an hour behind work together', async () => {
  const [ahead, behind] = await Promise.all([
    start('server', HOUR_MS),
    start('server', -HOUR_MS),
    start('worker', HOUR_MS),
    start('worker', -HOUR_MS),
  ]);
  const admin = new AdminApi(ahead.url, env['ADMIN_TOKEN'] ?? '');
  const { id: integrationId } = await admin.createIntegration('Okta');
  await admin.configureRegistrationSync(integrationId, okta.domain, okta.apiToken);
  // The token expires in ten minutes. On the fast clock it has already expired; on the slow clock it is valid for 70
  // minutes.
  const { token } = await admin.generateBearerToken(integrationId, 600);
  okta.org.faults.set([{ kinds: ['rate-limited'], times: 2 }]);

  const people = okta.addPeople(PEOPLE);
  for (const [index, user] of people.entries()) {
    const server = index % 2 === 0 ? ahead : behind;
    const response = await fetch(`${server.url}/scim/v2/${integrationId}/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: user.profile.login,
        externalId: user.id,
      }),
    });
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    await new AdminApi(server.url, env['ADMIN_TOKEN'] ?? '').recordPasskey(id);
  }

  await eventually(() => expect(okta.trueSet()).toHaveLength(PEOPLE), { pauseMs: 100 });
  await eventually(async () => expect(await admin.trueSet(integrationId)).toEqual(okta.trueSet()));
  expect(await farOff()).toEqual([]);
});

/** Stored times (due, expiry, last use) that differ from now by half an hour or more. */
async function farOff(): Promise<object[]> {
  return database.database.query(
    `select 'due' as what, due_at as at from registrations where abs(extract(epoch from due_at - now())) > 1800
     union all select 'lease', locked_until from registrations where abs(extract(epoch from locked_until - now())) > 1800
     union all select 'quota', refilled_at from okta_quotas where abs(extract(epoch from refilled_at - now())) > 1800
     union all select 'window', reset_at from okta_quotas where abs(extract(epoch from reset_at - now())) > 1800
     union all select 'block', blocked_until from okta_quotas where abs(extract(epoch from blocked_until - now())) > 1800
     union all select 'expiry', expires_at from scim_credentials where abs(extract(epoch from expires_at - now())) > 1800
     union all select 'passkey', created_at from passkeys where abs(extract(epoch from created_at - now())) > 1800`,
  );
}

async function start(app: 'server' | 'worker', shiftMs: number): Promise<Replica> {
  const port = String(await freePort());
  const own: Record<string, string> = app === 'server' ? { PORT: port } : { METRICS_PORT: port };
  const replica = new Replica(
    `${app} ${shiftMs}`,
    {
      app,
      env: { ...env, ...own, CLOCK_SHIFT_MS: String(shiftMs) },
      preload: join(import.meta.dirname, 'shifted-clock.mjs'),
    },
    `http://localhost:${port}`,
    app === 'server' ? '/health/ready' : '/metrics',
  );
  replicas.push(replica);
  await replica.start();
  return replica;
}
