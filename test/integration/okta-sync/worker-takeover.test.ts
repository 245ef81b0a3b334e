import { setTimeout as sleep } from 'node:timers/promises';
import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { systemCaller } from '@rollcall/platform';
import pg from 'pg';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

/** The class of the advisory lock of a worker. It must have the same value as in worker-presence.ts. */
const PRESENCE_CLASS = 0x726f6c6c;
const OTHER_WORKER = 4711;

describe('rows that a worker holds', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  const values = (): boolean[] => rig.okta.writes.map(({ registered }) => registered);

  async function postgresIsOld(): Promise<void> {
    await eventually(async () => {
      const [row] = await rig.database.query<{ old: boolean }>(
        `select clock_timestamp() - pg_postmaster_start_time() > interval '14 seconds' as old`,
      );
      return row?.old === true;
    });
  }

  it('are not taken over while its connection to PostgreSQL is open, and are taken over long before the lease expires if its process has ended', async () => {
    await postgresIsOld();
    const other = new pg.Client({ connectionString: rig.url });
    await other.connect();
    await other.query('select pg_advisory_lock_shared($1, $2)', [PRESENCE_CLASS, OTHER_WORKER]);
    const ada = await rig.registered(key, '00uada');
    await rig.database.execute(`update identities set active_passkeys = 0 where id = $1`, [ada]);
    await rig.database.execute(
      `update registrations set due_at = now(), locked_by = gen_random_uuid(), locked_worker = $2, locked_until = now() + interval '1 hour'
       where identity_id = $1`,
      [ada, OTHER_WORKER],
    );
    await sleep(3_500);
    expect(values()).toEqual([true]);
    await other.end();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, due_at: null });
    expect(values()).toEqual([true, false]);
  });

  it('delay the confirmation of a pause until the request under way has ended, and nothing is sent afterwards', async () => {
    const [ada, ben] = [await rig.person(key), await rig.person(key)];
    const release = rig.okta.holdNextWrite();
    await rig.bind(key, ada);
    await eventually(() => expect(values()).toEqual([true]));
    let acknowledged = false;
    const pause = rig
      .of(RegistrationSyncService)
      .pauseByHand(systemCaller(key.tenantId, 'test'), key.integrationId)
      .then(() => (acknowledged = true));
    await eventually(async () =>
      expect((await rig.of(RegistrationSyncService).find(key.tenantId, key.integrationId))?.pausedReason).toContain(
        'test',
      ),
    );
    await rig.bind(key, ben);
    await sleep(500);
    expect(acknowledged).toBe(false);
    release();
    await pause;
    const { asked } = rig.okta;
    await sleep(1_500);
    expect(rig.okta.asked).toBe(asked);
    expect(values()).toEqual([true]);
  });
});
