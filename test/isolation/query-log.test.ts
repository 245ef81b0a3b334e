import pg from 'pg';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { AppConfig } from '@rollcall/platform';
import { SoftwareAuthenticator } from '../integration/passkeys/software-authenticator.js';
import { Rig } from '../integration/okta-sync/rig.js';
import { eventually } from '../support/index.js';
import { IsolationApp } from './isolation-app.js';
import { argumentsWith, operations } from './operations.js';
import { tenantTables } from './snapshot.js';
import { type Exception, unbound } from './statement-check.js';
import { idOf, makeWorld } from './world.js';

/** Statements that the worker and housekeeping run for all tenants at once. In a database sharded by tenant, each runs on every shard. */
const EXCEPTIONS: readonly Exception[] = [
  { pattern: /^\s*delete from \w+ where \w+ < /, why: 'what is old enough is deleted, whosever it is' },
  { pattern: /from registration_sweeps where pending/, why: 'the worker looks for tenants that have work' },
  {
    pattern: /from registration_syncs s\s+where s\.enabled and s\.paused_at is null/,
    why: 'the worker looks for tenants that have work',
  },
  { pattern: /^\s*select exists \(select 1 from registration_syncs/, why: 'whether any tenant may be written to' },
  {
    pattern: /with next as materialized \(\s*select tenant_id, id from reconciliation_runs/,
    why: 'the worker takes the next run, whosever it is',
  },
  {
    pattern: /select tenant_id, id from enrollment_batches/,
    why: 'the worker takes the next batch, and ends those whose time is over, whosever they are',
  },
  {
    pattern: /update registrations r set locked_until = now\(\) - interval '1 millisecond'/,
    why: 'the leases of workers that ended expire, whosever rows they held',
  },
  { pattern: /pg_locks/, why: 'which workers run' },
  { pattern: /from audit_unsealed/, why: 'the worker looks for tenants whose audit trail grew' },
  {
    pattern: /^select tenant_id from sign_in_providers where integration_id = \$1$/,
    why: 'the address of an issuer names the integration only; it gives nothing but the tenant',
  },
  {
    pattern: /revoked_at is not null as revoked from passkeys\s+where identity_id = \$1 and credential_id = \$2/,
    why: 'a passkey that a person presents at /me names the identity only; it gives nothing but tenant and integration',
  },
  {
    pattern: /from self_enrollments\s+where enabled and/,
    why: 'the address /enroll names the integration only, or none; it gives nothing but tenant and integration',
  },
  {
    pattern: /delete from sign_in_(records|events)\b/,
    why: 'ended sign-ins and old events are removed, whosever they are',
  },
  {
    pattern: /^select split_part\(sealed_/,
    why: 'the start checks that every stored secret can be opened; it reads the ids of encryption keys only',
  },
  { pattern: /insert into trend_samples/, why: 'one sample a minute of every integration' },
  { pattern: /insert into doctor_visits/, why: 'the doctor looks for integrations that are due' },
  {
    pattern: /from scim_credentials c join webhook_endpoints/,
    why: 'tokens that are about to expire are announced, whosever they are',
  },
  {
    pattern: /\bwebhook_messages\b.*\bfor update( of \w+)? skip locked/s,
    why: 'the worker takes messages that are due, whosever they are',
  },
];

const said = new Set<string>();
const original = pg.Client.prototype.query;

/** Records every statement that this process sends to PostgreSQL. */
function record(): void {
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    said.add(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return Reflect.apply(original, this, given) as never;
  } as never;
}

let on: IsolationApp;
let rig: Rig;
let okta: OktaSimulator;

beforeAll(async () => {
  record();
  [on, rig, okta] = await Promise.all([
    IsolationApp.start(),
    Rig.start({ real: true }),
    OktaSimulator.start({ registrationAttribute: true }),
  ]);
});
afterAll(async () => {
  await on?.stop();
  await rig?.stop();
  await okta?.stop();
  pg.Client.prototype.query = original;
});

it('every statement on a table of tenants is bound to one, but for those that serve all', async () => {
  await askEverything();
  await writeBack();
  const tables = new Set(await tenantTables(on.database));
  const loose = [...said].filter((text) => isOurs(text) && unbound(text, tables).length > 0);
  const unexplained = loose.filter((text) => !EXCEPTIONS.some(({ pattern }) => pattern.test(text)));
  expect(said.size).toBeGreaterThan(150);
  expect(unexplained.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([]);
});

/** Calls every operation of the admin API, and the usual requests of a SCIM client. */
async function askEverything(): Promise<void> {
  const world = await makeWorld(on);
  for (const operation of operations()) {
    const ids = await Promise.all(operation.places.map(({ kind }) => idOf(on, world, kind).catch(() => 'gone')));
    await on.graphql(world.tokens.OWNER, operation.document, argumentsWith(operation, ids));
  }
  await presentPasskey();
  const { directories } = await makeWorld(on);
  const [{ id, identityId, groupId, scimToken }] = directories;
  const send = (method: string, path: string, body?: object) =>
    on.http(method, `/scim/v2/${id}${path}`, { headers: { authorization: `Bearer ${scimToken}` }, body });
  const replace = (value: object) => ({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', value }],
  });
  for (const path of [
    '/Users',
    `/Users/${identityId}`,
    '/Groups',
    `/Groups/${groupId}`,
    '/Users?filter=userName%20sw%20%22a%22',
  ]) {
    expect((await send('GET', path)).status).toBe(200);
  }
  expect((await send('PATCH', `/Users/${identityId}`, replace({ displayName: 'New' }))).status).toBe(200);
  expect((await send('PATCH', `/Users/${identityId}`, replace({ active: false }))).status).toBe(200);
  expect((await send('DELETE', `/Groups/${groupId}`)).status).toBe(204);
  expect((await send('DELETE', `/Users/${identityId}`)).status).toBe(204);
}

/** Presents an unknown passkey at /me, whose address names no tenant. */
async function presentPasskey(): Promise<void> {
  const device = new SoftwareAuthenticator({ origin: on.app.get(AppConfig).publicUrl });
  const options = JSON.parse((await on.http('POST', '/me/options', { body: {} })).text);
  device.create({ ...options, rp: { id: options.rpId }, user: { id: Buffer.alloc(16, 7).toString('base64url') } });
  expect((await on.http('POST', '/me/verify', { body: { response: device.get(options) } })).status).toBe(403);
}

/** Runs the worker against a simulated org: it claims, writes and settles ledger rows. */
async function writeBack(): Promise<void> {
  const key = await rig.integration(okta.domain, okta.apiToken);
  for (const { id, profile } of okta.addPeople(3)) {
    await rig.bind(key, await rig.person(key, { externalId: id, userName: String(profile.login) }));
  }
  await eventually(() => expect(okta.trueSet()).toHaveLength(3));
}

/** Excludes statements of the tests themselves, which read across tenants. */
function isOurs(text: string): boolean {
  return !/^\s*(begin|commit|rollback|listen)\b/i.test(text) && !text.includes('string_agg(t::text');
}
