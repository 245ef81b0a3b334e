import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { Rig } from '../integration/okta-sync/rig.js';
import { eventually } from '../support/index.js';
import { OwnPostgres } from './own-postgres.js';

const PATIENCE = { pauseMs: 100 };
const PLENTY = { 'POST /users/{id}': 100_000, 'GET /users': 100_000, 'GET /users/{id}': 100_000, other: 100_000 };

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

  /** @returns ids of their identities */
  async function people(count: number, org = okta, integration = key): Promise<string[]> {
    const added = org.addPeople(count);
    return Promise.all(
      added.map(({ id, profile }) => rig.person(integration, { externalId: id, userName: String(profile['login']) })),
    );
  }

  async function allSettled(): Promise<void> {
    await eventually(async () => {
      expect(
        await rig.database.query(`select identity_id, state, last_error from registrations where due_at is not null`),
      ).toEqual([]);
    }, PATIENCE);
  }

  it('costs a dead token a handful of calls, and resumes with a new one', async () => {
    const crowd = await people(200);
    okta.org.tokens.revoke(okta.apiToken);
    await Promise.all(crowd.map((id) => rig.bind(key, id)));
    const syncs = rig.of(RegistrationSyncService);
    await eventually(
      async () => expect((await syncs.find(key.tenantId, key.integrationId))?.pausedReason).toContain('E0000011'),
      PATIENCE,
    );
    // The health check also sends requests once after the settings change.
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
      await Promise.all(crowd.map((id) => rig.bind(narrowKey, id)));
      const few = await people(40);
      for (const id of few) await rig.bind(key, id);
      await eventually(() => expect(okta.trueSet()).toHaveLength(40), PATIENCE);
      await eventually(() => expect(narrow.writes.accepted.length).toBeGreaterThanOrEqual(15), PATIENCE);
      expect(narrow.writes.all.filter((write) => write.status === 429)).toEqual([]);
      expect(narrow.writes.accepted.length).toBeLessThanOrEqual(40);
    } finally {
      await narrow.stop();
    }
  });
});
