import { SyncFiguresRepository } from '../../../libs/okta-sync/src/metrics/sync-figures.repository.js';
import { SyncMetrics } from '../../../libs/okta-sync/src/metrics/sync-metrics.js';
import { Metrics, newId } from '@rollcall/platform';
import { createDatabase, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';

let on: TestDatabase;
let metrics: Metrics;
let integrationId: string;

beforeAll(async () => {
  on = await createDatabase();
  const { database } = on;
  const tenantId = await seedTenant(database);
  integrationId = await seedIntegration(database, tenantId, 'Acme "EU"');
  await database.execute(
    `insert into registration_syncs (tenant_id, integration_id, okta_domain, paused_reason, paused_at)
     values ($1, $2, 'acme.okta.com', 'The token is dead', now())`,
    [tenantId, integrationId],
  );
  const ledger = `insert into registrations (tenant_id, integration_id, identity_id, state, due_at, touched_at)
    values ($1, $2, $3, $4, now() + $5::float8 * interval '1 second', now() - interval '1 hour')`;
  for (const [state, dueIn] of [
    ['IN_SYNC', null],
    ['PENDING', -120],
    ['PENDING', -60],
    ['RETRYING', 90],
    ['PARKED', null],
  ]) {
    await database.execute(ledger, [tenantId, integrationId, newId(), state, dueIn]);
  }
  metrics = new Metrics();
  expect(new SyncMetrics(metrics, new SyncFiguresRepository(database))).toBeDefined();
});
afterAll(() => on.drop());

/** The values of a metric. Each key consists of the labels of a series, without the labels integration and name. */
async function valuesOf(metric: string): Promise<Record<string, number>> {
  const { text } = await metrics.scrape();
  const series = [...text.matchAll(/^(\w+)\{(.*)\} (\S+)$/gm)].filter(([, name]) => name === metric);
  expect(
    series.every(([, , labels]) => labels?.startsWith(`integration="${integrationId}",name="Acme \\"EU\\""`)),
  ).toBe(true);
  return Object.fromEntries(
    series.map(([, , labels, value]) => [/state="(\w+)"/.exec(labels ?? '')?.[1] ?? '', Number(value)]),
  );
}

it('exports the ledger by state', async () => {
  expect(await valuesOf('rollcall_registrations')).toEqual({ IN_SYNC: 1, PENDING: 2, RETRYING: 1, PARKED: 1 });
});

it('exports the age of the oldest due write and of the oldest change that Okta lacks', async () => {
  const { '': due = 0 } = await valuesOf('rollcall_registrations_oldest_due_seconds');
  const { '': unsettled = 0 } = await valuesOf('rollcall_registrations_oldest_unsettled_seconds');
  expect([due >= 120 && due < 3000, unsettled >= 3600]).toEqual([true, true]);
});

it('exports the pause, and no metrics of events that never happened', async () => {
  expect(await valuesOf('rollcall_sync_paused')).toEqual({ '': 1 });
  expect(await valuesOf('rollcall_last_scim_request_age_seconds')).toEqual({});
  expect(await valuesOf('rollcall_reconciliation_drift')).toEqual({});
});

it('measures the time without a reconciliation from the creation of the integration', async () => {
  const age = () => valuesOf('rollcall_reconciliation_age_seconds');
  const since = (days: number) =>
    on.database.execute(`update directory_integrations set created_at = now() - $1::int * interval '1 day'`, [days]);
  await since(3);
  const { '': seconds = 0 } = await age();
  expect(Math.floor(seconds / 86_400)).toBe(3);
  await on.database.execute('update registration_syncs set enabled = false');
  expect(await age()).toEqual({});
  await on.database.execute('update registration_syncs set enabled = true');
});

it('exports how long the last SCIM credential is valid, and nothing if one never expires', async () => {
  const left = async () => Object.values(await valuesOf('rollcall_scim_credential_left_seconds'));
  const add = (days: number | null, revoked = false) =>
    on.database.execute(
      `insert into scim_credentials (tenant_id, id, integration_id, type, secret_hash, last_four, scopes, expires_at, revoked_at)
       select tenant_id, $2, id, 'BEARER_TOKEN', $3, 'abcd', '{}', now() + $4::float8 * interval '1 day', case when $5 then now() end
       from directory_integrations where id = $1`,
      [integrationId, newId(), Buffer.from(newId()), days, revoked],
    );
  expect(await left()).toEqual([]);
  await add(-1);
  expect((await left()).every((seconds) => seconds < 0)).toBe(true);
  await on.database.execute('update scim_credentials set expires_at = null, revoked_at = now()');
  expect((await left()).map((seconds) => seconds <= 0)).toEqual([true]);
  await add(3);
  await add(30, true);
  const [seconds = 0] = await left();
  expect([seconds > 2 * 86_400, seconds <= 3 * 86_400]).toEqual([true, true]);
  await add(null);
  expect(await left()).toEqual([]);
});
