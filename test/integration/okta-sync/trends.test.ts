import type { IntegrationKey } from '@rollcall/directory';
import { type Caller, newId, systemCaller } from '@rollcall/platform';
import { RegistrationTrends } from '../../../libs/okta-sync/src/trends/registration-trends.js';
import { TrendSampleRepository } from '../../../libs/okta-sync/src/trends/trend-sample.repository.js';
import { TrendWindow } from '../../../libs/okta-sync/src/trends/trend-window.js';
import { seedIntegration, seedTenant } from '../../support/index.js';
import { Rig } from './rig.js';

const MINUTE_MS = 60_000;

let rig: Rig;
let key: IntegrationKey;
let caller: Caller;
let samples: TrendSampleRepository;
/** The start of the last minute that is complete. */
let minute: Date;

beforeAll(async () => {
  rig = await Rig.start({ worker: false });
  key = await rig.integration();
  caller = systemCaller(key.tenantId, 'test');
  samples = rig.of(TrendSampleRepository);
  minute = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - MINUTE_MS);
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.database.execute('delete from trend_samples');
  await rig.database.execute('delete from registrations');
});

const inMinute = (seconds: number) => new Date(minute.getTime() + seconds * 1000);
const afterwards = () => inMinute(70);

async function ledger(state: string, touchedAt: Date, confirmedAt: Date | null, to = key): Promise<string> {
  const id = newId();
  await rig.database.execute(
    `insert into registrations (tenant_id, integration_id, identity_id, state, touched_at, confirmed_at, origin_seq)
     values ($1, $2, $3, $4, $5, $6, 1)`,
    [to.tenantId, to.integrationId, id, state, touchedAt, confirmedAt],
  );
  return id;
}

const written = () => samples.since(key.tenantId, key.integrationId, new Date(0));

it('shows for each minute how fast changes were confirmed and how many are waiting', async () => {
  for (const seconds of [1, 2, 3]) await ledger('IN_SYNC', inMinute(10), inMinute(10 + seconds));
  await ledger('IN_SYNC', inMinute(-60), inMinute(-50));
  await ledger('IN_SYNC', inMinute(-3 * 86_400), inMinute(30));
  await ledger('PENDING', inMinute(40), null);
  await ledger('RETRYING', inMinute(10), null);
  await ledger('PARKED', inMinute(0), null);
  expect(await samples.take(afterwards())).toBe(1);
  expect(await written()).toMatchObject([{ at: minute, binds: 3, bind_p50: 2, queued: 2, oldest: 60 }]);
});

it('counts only the first confirmation of a change: a repair on the same day is not a bind', async () => {
  const repaired = await ledger('IN_SYNC', inMinute(-600), inMinute(20));
  await rig.database.execute(
    `insert into registration_events (tenant_id, integration_id, identity_id, id, at, kind, desired, confirmed)
     values ($1, $2, $3, nextval('registration_event_ids'), $4, 'CONFIRMED', true, true),
       ($1, $2, $3, nextval('registration_event_ids'), $5, 'CONFIRMED', true, true)`,
    [key.tenantId, key.integrationId, repaired, inMinute(-590), inMinute(20)],
  );
  const owed = await ledger('IN_SYNC', inMinute(10), inMinute(20));
  await rig.database.execute('update registrations set origin_seq = null where identity_id = $1', [owed]);
  await ledger('IN_SYNC', inMinute(10), inMinute(14));
  await samples.take(afterwards());
  expect(await written()).toMatchObject([{ binds: 1, bind_p50: 4 }]);
});

it('is written once, regardless of the number of callers', async () => {
  await Promise.all([1, 2, 3].map(() => samples.take(afterwards())));
  await ledger('PENDING', inMinute(10), null);
  expect(await samples.take(afterwards())).toBe(0);
  expect(await written()).toMatchObject([{ at: minute, binds: 0, bind_p50: null, queued: 0, oldest: null }]);
});

it('shows the remaining requests of the lowest limit; after the end of its window the limit is full again', async () => {
  await rig.database.execute('delete from okta_quotas');
  const quota = (bucket: string, remaining: number, resetAt: Date) =>
    rig.database.execute(
      `insert into okta_quotas (tenant_id, okta_domain, bucket, tokens, refilled_at, rate_limit, remaining, reset_at)
       values ($1, 'acme.okta.com', $2, 1, now(), 600, $3, $4)`,
      [key.tenantId, bucket, remaining, resetAt],
    );
  await quota('users.read', 0, inMinute(5));
  await samples.take(afterwards());
  expect(await written()).toMatchObject([{ quota_left: 1 }]);
  await quota('users.write', 150, inMinute(600));
  await samples.take(inMinute(130));
  expect((await written()).at(-1)).toMatchObject({ quota_left: 0.25 });
});

it('is kept for eight days', async () => {
  await samples.take(afterwards());
  await samples.deleteOld(inMinute(8 * 86_400 - 1));
  expect(await written()).toHaveLength(1);
  await samples.deleteOld(inMinute(8 * 86_400 + 1));
  expect(await written()).toHaveLength(0);
});

it('shows at most 180 points of a week, and nothing of another tenant', async () => {
  await rig.database.execute(
    `insert into trend_samples (tenant_id, integration_id, at, binds, queued)
     select $1, $2, date_trunc('minute', now()) - n * interval '1 minute', 1, n from generate_series(1, 11000) n`,
    [key.tenantId, key.integrationId],
  );
  const trends = rig.of(RegistrationTrends);
  for (const window of [TrendWindow.HOUR, TrendWindow.DAY, TrendWindow.WEEK]) {
    const { points } = await trends.read(caller, key.integrationId, window);
    expect(points.length).toBeGreaterThan(50);
    expect(points.length).toBeLessThan(181);
  }
  const stranger = await seedTenant(rig.database, 'Other');
  await seedIntegration(rig.database, stranger);
  await expect(trends.read(systemCaller(stranger, 'test'), key.integrationId, TrendWindow.DAY)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('shows what reconciliations found', async () => {
  await rig.database.execute(
    `insert into reconciliation_runs (tenant_id, id, integration_id, dry_run, max_change_ratio, requested_by, status, finished_at, drifted)
     select $1, uuidv7(), $2, true, 0.2, 'test', status, now(), drifted
     from (values ('SUCCEEDED', 4), ('FAILED', 9), ('SUCCEEDED', 7)) as run (status, drifted)`,
    [key.tenantId, key.integrationId],
  );
  const { runs } = await rig.of(RegistrationTrends).read(caller, key.integrationId, TrendWindow.DAY);
  expect(runs.map(({ drifted }) => drifted)).toEqual([4, 7]);
});
