import type { IntegrationKey } from '@rollcall/directory';
import { IdentityService } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { ReconciliationService } from '@rollcall/okta-sync';
import { systemCaller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { SharedUsers } from '../../../libs/okta-sync/src/registration/shared-users.js';
import { type Rig, rigForEach } from './rig.js';

describe('a remote user', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  const isTrue = (id: string): boolean => rig.okta.users.get(id)?.registered === true;
  const rowsOf = (userId: string): Promise<object[]> =>
    rig.database.query(`select identity_id, state from registrations where okta_user_id = $1`, [userId]);

  async function forget(identityId: string): Promise<void> {
    await rig.of(IdentityService).delete(systemCaller(key.tenantId, 'test'), key.integrationId, identityId);
  }

  it('that another integration of the org set to false while this one was disabled is true again once it is enabled', async () => {
    const ada = await rig.registered(key, '00uada');
    const other = await rig.integration();
    const twin = await rig.registered(other, '00uada');
    await rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: false });
    await rig.change(other, twin, { passkeys: 0 });
    await rig.settles(twin, { state: 'IN_SYNC', confirmed: false, due_at: null });
    expect(isTrue('00uada')).toBe(false);
    await rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: true });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, due_at: null });
    expect(isTrue('00uada')).toBe(true);
  });

  it('known only by login is stored in the ledger before the first write, so that a deletion after a crash still sets it to false', async () => {
    rig.okta.addUser({ id: '00uada', login: 'grace@example.com' });
    const grace = await rig.person(key, { externalId: null, userName: 'grace@example.com' });
    const release = rig.okta.holdNextWrite();
    await rig.bind(key, grace);
    await eventually(() => expect(rig.okta.writes).toHaveLength(1));
    expect(await rig.row(grace)).toMatchObject({ okta_user_id: '00uada' });
    await forget(grace);
    release();
    await eventually(async () => expect(await rowsOf('00uada')).toEqual([]));
    expect(isTrue('00uada')).toBe(false);
  });

  it('that a killed worker set to true is set to false if the identity is deleted during the next attempt, and that attempt fails', async () => {
    await rig.stopWorkers();
    const ada = await rig.person(key, { externalId: '00uada' });
    await rig.bind(key, ada);
    rig.okta.users.get('00uada')!.registered = true;
    await rig.database.execute(
      `update registrations set locked_by = gen_random_uuid(), locked_until = now() - interval '1 second' where identity_id = $1`,
      [ada],
    );
    rig.okta.failNext({ kind: 'SILENCE', cause: 'reset' });
    const release = await rig.holdRequest(async () => void (await rig.startProcess()));
    await forget(ada);
    release();
    await eventually(async () => expect([await rig.row(ada), isTrue('00uada')]).toEqual([undefined, false]));
  });

  it('that an identity moved to is stored before the write, in addition to the user that it moved from', async () => {
    const ada = await rig.registered(key, '00uold');
    rig.okta.addUser({ id: '00unew' });
    const release = rig.okta.holdNextWrite();
    await rig.move(key, ada, '00unew');
    await eventually(async () => expect(await rig.row(ada)).toMatchObject({ okta_user_id: '00unew' }));
    await eventually(() => expect(rig.okta.writes.length).toBeGreaterThan(1));
    await forget(ada);
    release();
    await eventually(async () => expect([...(await rowsOf('00uold')), ...(await rowsOf('00unew'))]).toEqual([]));
    expect(rig.okta.registeredIds()).toEqual([]);
  });

  it('that was deleted here while deprovisioned is set to false by the reconciliation after its return', async () => {
    const ada = await rig.registered(key, '00uada');
    rig.okta.users.get('00uada')!.status = 'DEPROVISIONED';
    await forget(ada);
    await rig.settles(ada, { state: 'SKIPPED', due_at: null });
    rig.okta.users.get('00uada')!.status = 'ACTIVE';
    await rig.of(ReconciliationService).start(systemCaller(key.tenantId, 'test'), { integrationId: key.integrationId });
    await eventually(async () => expect(await rowsOf('00uada')).toEqual([]));
    expect(isTrue('00uada')).toBe(false);
  });

  it('from which identities move away several times while it is deprovisioned has one row without an identity', async () => {
    const ada = await rig.registered(key, '00uold');
    rig.okta.addUser({ id: '00unew' });
    for (const target of ['00unew', '00uold', '00unew']) {
      rig.okta.users.get('00uold')!.status = 'DEPROVISIONED';
      await rig.move(key, ada, target);
      await eventually(async () =>
        expect(await rig.row(ada)).toMatchObject({ okta_user_id: target, locked_by: null, due_at: null }),
      );
      rig.okta.users.get('00uold')!.registered = true;
    }
    await eventually(async () =>
      expect(await rowsOf('00uold')).toEqual([{ identity_id: expect.any(String), state: 'SKIPPED' }]),
    );
    rig.okta.users.get('00uold')!.status = 'ACTIVE';
    await rig.of(ReconciliationService).start(systemCaller(key.tenantId, 'test'), { integrationId: key.integrationId });
    await eventually(async () => expect(await rowsOf('00uold')).toEqual([]));
    expect(rig.okta.registeredIds()).toEqual(['00unew']);
  });

  it('is written for one identity at a time, even if other processes have claimed the others', async () => {
    const ada = await rig.registered(key, '00uada');
    const ben = await rig.person(key, { externalId: '00uada', inOkta: false });
    await rig.stopWorkers();
    await rig.bind(key, ben);
    await rig.database.execute(
      `update registrations set locked_by = gen_random_uuid(), locked_until = now() + interval '4 seconds', due_at = now() where identity_id = $1`,
      [ada],
    );
    const { asked } = rig.okta;
    await rig.startProcess();
    await eventually(async () => expect(Number((await rig.row(ben))?.seq)).toBeGreaterThan(0));
    const heldAt = async (): Promise<boolean> => {
      const [row] = await rig.database.query<{ held: boolean }>(
        `select locked_until > now() as held from registrations where identity_id = $1`,
        [ada],
      );
      return row?.held === true;
    };
    while (await heldAt()) expect(rig.okta.asked).toBe(asked);
    await rig.settles(ben, { state: 'IN_SYNC', confirmed: true, due_at: null });
    expect(isTrue('00uada')).toBe(true);
  });

  it('that is found by the login of an identity waits for another identity of the batch whose write is under way', async () => {
    rig.okta.addUser({ id: '00uada', login: 'ada@example.com' });
    await rig.stopWorkers();
    const byLogin = await rig.person(key, { externalId: null, userName: 'ada@example.com' });
    const byId = await rig.person(key, { externalId: '00uada', inOkta: false });
    await rig.bind(key, byLogin);
    await rig.bind(key, byId);
    const release = rig.okta.holdNextWrite();
    await rig.startProcess();
    await eventually(async () =>
      expect(await rig.row(byLogin)).toMatchObject({ okta_user_id: '00uada', locked_until: null }),
    );
    expect(rig.okta.writes).toHaveLength(1);
    release();
    for (const id of [byId, byLogin]) await rig.settles(id, { state: 'IN_SYNC', confirmed: true, due_at: null });
  });

  const caller = (): ReturnType<typeof systemCaller> => systemCaller(key.tenantId, 'test');

  /** Ways in which an identity stops wanting the user that another identity left to it, before its first attempt. */
  const departures: [string, (integration: IntegrationKey, identityId: string) => Promise<unknown>][] = [
    ['no longer wants the user', (integration, id) => rig.change(integration, id, { passkeys: 0 })],
    ['moves to another user', (integration, id) => rig.move(integration, id, '00unew')],
    ['is deleted', (integration, id) => rig.of(IdentityService).delete(caller(), integration.integrationId, id)],
  ];

  it.each(departures)(
    'that is left to an identity is set to false if the identity %s before its first attempt',
    async (_, leaves) => {
      const ada = await rig.registered(key, '00uada');
      rig.okta.addUser({ id: '00unew' });
      const other = await rig.integration();
      const twin = await rig.person(other, { externalId: '00uada', inOkta: false });
      await rig.of(RegistrationSyncService).pauseByHand(caller(), other.integrationId);
      await rig.bind(other, twin);
      await rig.change(key, ada, { passkeys: 0 });
      await rig.settles(ada, { state: 'IN_SYNC', due_at: null, confirmed: null });
      expect(isTrue('00uada')).toBe(true);
      await leaves(other, twin);
      await rig.of(RegistrationSyncService).resume(caller(), other.integrationId);
      await eventually(() => expect(isTrue('00uada')).toBe(false));
    },
  );

  it.each(departures.slice(1))(
    'that is left to an identity still linked to another user is set to false if the identity %s',
    async (_, leaves) => {
      const ada = await rig.registered(key, '00uada');
      rig.okta.addUser({ id: '00unew' });
      const other = await rig.integration();
      const twin = await rig.registered(other, '00uold');
      await rig.of(RegistrationSyncService).pauseByHand(caller(), other.integrationId);
      await rig.move(other, twin, '00uada');
      await rig.change(key, ada, { passkeys: 0 });
      await rig.settles(ada, { state: 'IN_SYNC', due_at: null, confirmed: null });
      expect(isTrue('00uada')).toBe(true);
      await leaves(other, twin);
      await rig.of(RegistrationSyncService).resume(caller(), other.integrationId);
      await eventually(() => expect([isTrue('00uada'), isTrue('00uold')]).toEqual([false, false]));
    },
  );

  it('that an identity moved to while its row was claimed is not written beside the write of another', async () => {
    const ada = await rig.registered(key, '00uada');
    const ben = await rig.registered(key, '00uold');
    await rig.stopWorkers();
    await rig.database.execute(
      `update registrations set locked_by = gen_random_uuid(), locked_until = now() + interval '1 minute' where identity_id = any ($1)`,
      [[ada, ben]],
    );
    await rig.move(key, ben, '00uada');
    expect(await rig.row(ben)).toMatchObject({ okta_user_id: '00uold' });
    const sharing = await rig.of(SharedUsers).sharing(key, [ada, ben]);
    for (const id of [ada, ben])
      expect(sharing.get(id)).toMatchObject({ shared: true, mustWait: true, facts: { external_id: '00uada' } });
  });

  it('that each of two identities left for the other to write is read before either value is trusted', async () => {
    const ada = await rig.registered(key, '00uada');
    const other = await rig.integration();
    const twin = await rig.registered(other, '00uada');
    const caller = systemCaller(key.tenantId, 'test');
    await rig.change(other, twin, { passkeys: 0 });
    await rig.settles(twin, { state: 'IN_SYNC', due_at: null, confirmed: null, unsure: true });
    await rig.of(RegistrationSyncService).pauseByHand(caller, other.integrationId);
    await rig.change(other, twin, { passkeys: 1 });
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'IN_SYNC', due_at: null, confirmed: null });
    await rig.change(other, twin, { passkeys: 0 });
    await rig.of(RegistrationSyncService).resume(caller, other.integrationId);
    await eventually(() => expect(isTrue('00uada')).toBe(false));
  });

  it('that was set to false for one identity is written again when another identity, whose change still waited, desires true', async () => {
    const ada = await rig.registered(key, '00uada');
    const other = await rig.integration();
    const twin = await rig.registered(other, '00uada');
    const caller = systemCaller(key.tenantId, 'test');
    await rig.of(RegistrationSyncService).pauseByHand(caller, other.integrationId);
    await rig.change(other, twin, { passkeys: 0 });
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'IN_SYNC', due_at: null, confirmed: false });
    expect(await rig.row(twin)).toMatchObject({ confirmed: null, unsure: true });
    await rig.change(other, twin, { passkeys: 1 });
    await rig.of(RegistrationSyncService).resume(caller, other.integrationId);
    await rig.settles(twin, { state: 'IN_SYNC', due_at: null, confirmed: true });
    expect(isTrue('00uada')).toBe(true);
  });

  it('that one identity set to true is no longer recorded as false for another', async () => {
    rig.okta.addUser({ id: '00uada' });
    const other = await rig.integration();
    const twin = await rig.registered(other, '00uada');
    await rig.change(other, twin, { passkeys: 0 });
    await rig.settles(twin, { state: 'IN_SYNC', due_at: null, confirmed: false });
    await rig.registered(key, '00uada');
    await eventually(async () => expect(await rig.row(twin)).toMatchObject({ state: 'IN_SYNC', confirmed: null }));
  });

  it('from which an identity moved away during its first write is still recorded as written', async () => {
    rig.okta.addUser({ id: '00uada' });
    rig.okta.addUser({ id: '00unew' });
    const ada = await rig.person(key, { externalId: '00uada' });
    const release = rig.okta.holdNextWrite();
    await rig.bind(key, ada);
    await eventually(() => expect(rig.okta.writes).toHaveLength(1));
    await rig.move(key, ada, '00unew');
    expect(await rig.row(ada)).toMatchObject({ okta_user_id: '00uada' });
    release();
    await eventually(() => expect([isTrue('00uada'), isTrue('00unew')]).toEqual([false, true]));
  });

  it('is set to false if a passkey was bound and revoked while a change of the external id was prepared', async () => {
    const ada = await rig.person(key, { externalId: '00uold' });
    let drafts = 0;
    await rig.of(IdentityService).update(caller(), key.integrationId, ada, async (current) => {
      drafts += 1;
      if (drafts === 1) {
        await rig.bind(key, ada);
        await rig.change(key, ada, { passkeys: 0 });
      }
      return { ...current, externalId: '00unew', profile: JSON.parse(current.profile) as Record<string, unknown> };
    });
    expect(drafts).toBe(2);
    await eventually(async () => expect(await rig.row(ada)).toMatchObject({ state: 'IN_SYNC', due_at: null }));
    expect(rig.okta.registeredIds()).toEqual([]);
  });
});
