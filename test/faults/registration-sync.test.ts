import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { type FaultKind, OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { Rig } from '../integration/okta-sync/rig.js';
import { eventually } from '../support/index.js';
import { OwnPostgres } from './own-postgres.js';
import { seededRandom } from './seeded-random.js';
import { WorkerProcess } from './worker-process.js';

jest.setTimeout(240_000);

const PATIENCE = { timeoutMs: 150_000, pauseMs: 100 };
const PLENTY = { 'POST /users/{id}': 100_000, 'GET /users': 100_000, 'GET /users/{id}': 100_000, other: 100_000 };
const SEVEN_WAYS: FaultKind[] = [
  'rate-limited',
  'bad-gateway-html',
  'unavailable',
  'reset-before',
  'reset-after',
  'internal-error-after',
  'truncated-body',
];

/** What a person's registration depends on, as the test knows it. */
interface Model {
  id: string;
  login: string;
  passkeys: number;
  active: boolean;
}

describe('the registration sync in trouble', () => {
  let rig: Rig;
  let okta: OktaSimulator;
  let postgres: OwnPostgres;
  /** Paths of all requests to the org. */
  let asked: string[] = [];
  let key: IntegrationKey;

  beforeEach(async () => {
    postgres = await OwnPostgres.start();
    [rig, okta] = await Promise.all([
      Rig.start({ real: true, database: postgres }),
      OktaSimulator.start({
        rateLimits: PLENTY,
        registrationAttribute: true,
        extend: async (app) => void app.addHook('onRequest', async ({ url }) => void asked.push(url)),
      }),
    ]);
    asked = [];
    key = await rig.integration(okta.domain, okta.apiToken);
  });

  afterEach(async () => {
    await rig.stop();
    await okta.stop();
  });

  async function people(count: number, org = okta, integration = key): Promise<Model[]> {
    const added = org.addPeople(count);
    return Promise.all(
      added.map(async (user) => {
        const login = String(user.profile.login);
        const id = await rig.person(integration, { externalId: user.id, userName: login });
        return { id, login, passkeys: 0, active: true };
      }),
    );
  }

  function desired(models: readonly Model[]): string[] {
    return models
      .filter((one) => one.active && one.passkeys > 0)
      .map((one) => one.login)
      .sort();
  }

  async function allSettled(): Promise<void> {
    await eventually(async () => {
      expect(
        await rig.database.query(`select identity_id, state, last_error from registrations where due_at is not null`),
      ).toEqual([]);
    }, PATIENCE);
  }

  it.each([1, 2])(
    'ends equal after random changes, broken answers, killed workers and a crash of PostgreSQL (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const models = await people(40);
      await rig.startProcess();
      let victim = WorkerProcess.start(rig.url);
      okta.org.faults.set(
        [
          { kinds: SEVEN_WAYS, probability: 0.3 },
          { kinds: ['never-after'], times: 2 },
        ],
        seed,
      );
      const firstPid = postgres.pid;
      for (let step = 0; step < 200; step++) {
        const model = models[Math.floor(random() * models.length)] as Model;
        if (random() < 0.6) model.passkeys = random() < 0.6 ? 1 : 0;
        else model.active = random() < 0.6;
        // A change that was not acknowledged is made again, as Okta would; what was is never repeated.
        await eventually(() => rig.change(key, model.id, { passkeys: model.passkeys, active: model.active }), PATIENCE);
        if (step === 80 || step === 160) {
          await victim.kill();
          victim = WorkerProcess.start(rig.url);
        }
        if (step === 120) postgres.crash();
      }
      expect(postgres.pid).not.toBe(firstPid);
      await eventually(() => expect(okta.writes.accepted.length).toBeGreaterThan(10), PATIENCE);
      okta.org.faults.clear();
      await allSettled();
      await victim.kill();
      expect(await acknowledged()).toEqual(
        models.map(({ id, active, passkeys }) => ({ id, active, passkeys })).toSorted(byId),
      );
      expect(okta.trueSet()).toEqual(desired(models));
      for (const write of okta.writes.all) {
        expect(write.method).toBe('POST');
        expect(Object.keys((write.body as { profile: object }).profile)).toEqual(['byndidRegistered']);
      }
      const superfluous = okta.writes.accepted.filter((write) => !write.changed);
      expect(superfluous.length).toBeLessThanOrEqual(200 * 0.1);
    },
  );

  it('costs a dead token a handful of calls, and resumes with a new one', async () => {
    const models = await people(200);
    okta.org.tokens.revoke(okta.apiToken);
    await Promise.all(models.map((one) => rig.bind(key, one.id)));
    const syncs = rig.of(RegistrationSyncService);
    await eventually(
      async () => expect((await syncs.find(key.tenantId, key.integrationId))?.pausedReason).toContain('E0000011'),
      PATIENCE,
    );
    // The doctor, too, looks once when the settings change.
    expect(asked.filter((url) => url.includes('/api/v1/users/00u')).length).toBeLessThanOrEqual(4);
    expect(asked.length).toBeLessThanOrEqual(12);
    const due = await rig.database.query(`select 1 from registrations where due_at is not null`);
    expect(due).toHaveLength(200);
    const admin = okta.person('admin@okta.example');
    await rig.configure(key, { oktaDomain: okta.domain, apiToken: okta.org.tokens.create({ ownerId: admin.id }) });
    await allSettled();
    expect(okta.trueSet()).toHaveLength(200);
  });

  it('never runs into the limit by its own doing, and another org does not notice', async () => {
    const narrow = await OktaSimulator.start({
      rateLimits: { ...PLENTY, 'POST /users/{id}': 60 },
      registrationAttribute: true,
    });
    try {
      const narrowKey = await rig.integration(narrow.domain, narrow.apiToken);
      await rig.startProcess();
      const crowd = await people(500, narrow, narrowKey);
      await Promise.all(crowd.map((one) => rig.bind(narrowKey, one.id)));
      const few = await people(40);
      for (const one of few) await rig.bind(key, one.id);
      await eventually(() => expect(okta.trueSet()).toHaveLength(40), PATIENCE);
      await eventually(() => expect(narrow.writes.accepted.length).toBeGreaterThanOrEqual(15), PATIENCE);
      expect(narrow.writes.all.filter((write) => write.status === 429)).toEqual([]);
      expect(narrow.writes.accepted.length).toBeLessThanOrEqual(40);
    } finally {
      await narrow.stop();
    }
  });

  /** What the database holds of people, by id. */
  async function acknowledged(): Promise<Omit<Model, 'login'>[]> {
    const rows = await rig.database.query<Omit<Model, 'login'>>(
      `select id, active, active_passkeys as passkeys from identities where integration_id = $1`,
      [key.integrationId],
    );
    return rows.toSorted(byId);
  }
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
