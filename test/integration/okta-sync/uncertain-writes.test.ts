import type { IntegrationKey } from '@rollcall/directory';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

describe('a write whose outcome is not known', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach(
    (fresh, integration) => {
      rig = fresh;
      key = integration;
    },
    { uncertainMs: 4_000 },
  );

  const values = (): boolean[] => rig.okta.writes.map(({ registered }) => registered);

  it('is not settled while the lost request can still arrive, so that a later revocation has the last word', async () => {
    const ada = await rig.person(key);
    const arrive = rig.okta.loseNextWrite();
    await rig.bind(key, ada);
    await eventually(() => expect(values()).toEqual([true]));
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'PENDING', desired: false, confirmed: false, locked_by: null, unsure: true });
    expect((await rig.row(ada))?.uncertain_until).not.toBeNull();
    arrive();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, uncertain_until: null, due_at: null });
    expect(rig.okta.registeredIds()).toEqual([]);
    expect(values()).toEqual([true, false]);
  });

  it('is repeated at once when its value is still desired, and confirmed by one more read', async () => {
    const ada = await rig.person(key);
    rig.okta.loseNextWrite();
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'PENDING', confirmed: true });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, uncertain_until: null, unsure: false });
    expect(values()).toEqual([true, true]);
  });

  it('is corrected when it was sent under a lease that another worker had taken over', async () => {
    const ada = await rig.person(key);
    const release = rig.okta.holdNextWrite();
    await rig.bind(key, ada);
    await eventually(() => expect(values()).toEqual([true]));
    await rig.database.execute(`update identities set active_passkeys = 0 where id = $1`, [ada]);
    await rig.database.execute(
      `update registrations set locked_by = gen_random_uuid(), locked_until = now() - interval '1 second' where identity_id = $1`,
      [ada],
    );
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, due_at: null });
    release();
    await eventually(() => expect(values()).toEqual([true, false]));
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, due_at: null, uncertain_until: null });
    expect(rig.okta.registeredIds()).toEqual([]);
  });

  it('is stored for the remote user if the row was deleted by then', async () => {
    const ada = await rig.registered(key, '00uada');
    const release = rig.okta.holdNextWrite();
    await rig.database.execute(`update registrations set confirmed = false, due_at = now() where identity_id = $1`, [
      ada,
    ]);
    await eventually(() => expect(values()).toEqual([true, true]));
    await rig.database.execute(`delete from registrations where identity_id = $1`, [ada]);
    await rig.database.execute(`delete from identities where id = $1`, [ada]);
    release();
    await eventually(() => expect(values()).toEqual([true, true, false]));
    await eventually(async () =>
      expect(
        await rig.database.query('select 1 from registrations where integration_id = $1', [key.integrationId]),
      ).toEqual([]),
    );
    expect(rig.okta.registeredIds()).toEqual([]);
  });

  it('is not confirmed if the body of a successful answer contains another value', async () => {
    const ada = await rig.person(key);
    rig.okta.ignoreNextWrite();
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, due_at: null });
    expect(values()).toEqual([true, true]);
    expect(rig.okta.registeredIds()).toHaveLength(1);
  });
});
