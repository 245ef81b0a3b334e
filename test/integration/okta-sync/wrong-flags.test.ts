import { IdentityService, type IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { EventHooks, ReconciliationService } from '@rollcall/okta-sync';
import { systemCaller, type Caller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

const REFUSED = { kind: 'ERROR' as const, status: 403, code: 'E0000006', summary: 'refused', resetAt: undefined };
const DEAD = { kind: 'ERROR' as const, status: 401, code: 'E0000011', summary: 'dead', resetAt: undefined };

/** Cases in which every request succeeds, but the attribute in Okta could still stay wrong. */
describe('the flag', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
    caller = systemCaller(key.tenantId, 'test');
  });

  async function pauses(): Promise<number> {
    const rows = await rig.database.query(`select 1 from audit_events where action = 'registration_sync.paused'`);
    return rows.length;
  }

  async function reconciled(integrationId: string) {
    const service = rig.of(ReconciliationService);
    const { id } = await service.start(caller, { integrationId });
    return eventually(async () => {
      const run = await service.get(caller, id);
      expect(run.finished_at).not.toBeNull();
      return run;
    });
  }

  it('is read again when an event arrives while it is being written', async () => {
    const ada = await rig.person(key, { externalId: '00uada' });
    const user = rig.okta.users.get('00uada')!;
    const write = rig.okta.setRegistered.bind(rig.okta);
    let others = 1;
    rig.okta.setRegistered = async (...request) => {
      await write(...request);
      if (others-- > 0) user.registered = false;
    };
    await rig.of(EventHooks).configure(caller, key.integrationId);
    const release = await rig.holdRequest(() => rig.bind(key, ada));
    const body = { data: { events: [{ uuid: 'one', target: [{ type: 'User', id: '00uada' }] }] } };
    expect(await rig.of(EventHooks).receive(key, body)).toBe(1);
    release();
    await eventually(async () => expect(rig.okta.registeredIds()).toEqual(['00uada']));
  });

  it('is written for all others although some may not be edited, after each change of the settings too', async () => {
    const admins = await Promise.all([1, 2, 3].map((n) => rig.person(key, { externalId: `00uadmin${n}` })));
    rig.okta.failWrites(REFUSED);
    for (const id of admins) await rig.bind(key, id);
    for (const id of admins) await rig.settles(id, { state: 'PARKED' });
    await eventually(async () => expect(await pauses()).toBe(1));
    await rig.of(RegistrationSyncService).resume(caller, key.integrationId);
    for (const id of admins)
      await eventually(async () => expect(await rig.row(id)).toMatchObject({ seq: '2', state: 'PARKED' }));
    rig.okta.heal();
    await rig.registered(key, '00uada');
    expect(await pauses()).toBe(1);
  });

  it.each([
    ['is gone', false],
    ['is still there', true],
  ])('follows a person who has a new Okta id, when the user with the old one %s', async (_, stays) => {
    const ada = await rig.registered(key, '00uold');
    if (!stays) rig.okta.users.delete('00uold');
    rig.okta.addUser({ id: '00unew', login: 'ada@new.example.com' });
    await rig.move(key, ada, '00unew');
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, okta_user_id: '00unew', due_at: null });
    expect(rig.okta.registeredIds()).toContain('00unew');
  });

  it('is set to false where it was left true, when the settings name that org again', async () => {
    const ada = await rig.registered(key, '00uada');
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
    rig.okta.users.get('00uada')!.registered = true;
    await rig.configure(key, { oktaDomain: 'acme.okta.com', attribute: 'theAttributeBefore' });
    await eventually(async () => expect(rig.okta.registeredIds()).toEqual([]));
  });

  it('stays true while another integration with the same org desires true, and becomes false with the last one', async () => {
    const other = await rig.integration();
    const before = await rig.registered(key, '00uada');
    const after = await rig.registered(other, '00uada');
    await rig.change(key, before, { active: false });
    await rig.settles(before, { state: 'IN_SYNC', desired: false, due_at: null });
    expect(rig.okta.registeredIds()).toEqual(['00uada']);
    expect(await reconciled(key.integrationId)).toMatchObject({ status: 'SUCCEEDED', drifted: 0 });
    expect(rig.okta.registeredIds()).toEqual(['00uada']);
    await rig.change(other, after, { passkeys: 0 });
    await rig.settles(after, { state: 'IN_SYNC', confirmed: false });
    expect(rig.okta.registeredIds()).toEqual([]);
  });

  it('becomes true again when another integration desired true while it was being set to false', async () => {
    const other = await rig.integration();
    const before = await rig.registered(key, '00uada');
    rig.okta.hangFor(key.integrationId);
    const { asked } = rig.okta;
    await rig.change(key, before, { active: false });
    await eventually(async () => expect(rig.okta.asked).toBeGreaterThan(asked));
    const after = await rig.person(other, { externalId: '00uada', inOkta: false });
    await rig.bind(other, after);
    rig.okta.unhang();
    await rig.settles(before, { state: 'IN_SYNC', confirmed: false, due_at: null });
    await eventually(async () => expect(rig.okta.registeredIds()).toEqual(['00uada']));
    await rig.settles(after, { state: 'IN_SYNC', confirmed: true, due_at: null });
  });

  it('stays true while another identity of the same user is registered', async () => {
    const one = await rig.registered(key, '00uada');
    const two = await rig.registered(key, '00uada');
    await rig.change(key, two, { passkeys: 0 });
    await rig.settles(two, { state: 'IN_SYNC', desired: false, due_at: null });
    expect(rig.okta.registeredIds()).toEqual(['00uada']);
    await rig.change(key, one, { passkeys: 0 });
    await rig.settles(one, { state: 'IN_SYNC', confirmed: false });
    expect(rig.okta.registeredIds()).toEqual([]);
  });

  it('is set to false for a person who was deleted while deprovisioned, and is reactivated', async () => {
    const ada = await rig.registered(key, '00uada');
    rig.okta.users.get('00uada')!.status = 'DEPROVISIONED';
    const people = rig.of(IdentityService);
    await people.delete(caller, key.integrationId, ada);
    await rig.settles(ada, { state: 'SKIPPED', due_at: null });
    rig.okta.users.get('00uada')!.status = 'ACTIVE';
    const draft = { userName: 'ada', externalId: '00uada', displayName: null, email: null, active: true, profile: {} };
    await people.create(caller, key.integrationId, draft);
    await eventually(async () => expect(rig.okta.registeredIds()).toEqual([]));
    await eventually(async () => expect(await rig.row(ada)).toBeUndefined());
  });

  it('is not delayed when the previous token is refused after a new one was entered', async () => {
    const ada = await rig.person(key, { externalId: '00uada' });
    const release = await rig.holdRequest(() => rig.bind(key, ada));
    await rig.configure(key, { oktaDomain: 'acme.okta.com', apiToken: 'fresh' });
    rig.okta.failNext(DEAD);
    release();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, due_at: null });
    expect(await pauses()).toBe(0);
  });

  it('is not delayed when a new token is entered at the moment of the pause for the previous token', async () => {
    const syncs = rig.of(RegistrationSyncService);
    const pause = syncs.pause.bind(syncs);
    let late = 1;
    syncs.pause = async (...request) => {
      if (late-- > 0) await rig.configure(key, { oktaDomain: 'acme.okta.com', apiToken: 'fresh' });
      return pause(...request);
    };
    rig.okta.failNext(DEAD);
    const ada = await rig.person(key, { externalId: '00uada' });
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, due_at: null });
    expect(await pauses()).toBe(0);
  });

  it('is repaired although Okta refuses to answer for a person, and the run says so', async () => {
    const ada = await rig.registered(key, '00uada');
    await rig.registered(key, '00uadmin');
    for (const user of rig.okta.users.values()) user.registered = false;
    rig.okta.hidden.set('00uadmin', REFUSED);
    const run = await reconciled(key.integrationId);
    expect(run).toMatchObject({ status: 'FAILED', drifted: 1, repaired: 1 });
    expect(run.error).toContain('did not answer for 1 of');
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
    expect(rig.okta.registeredIds()).toEqual(['00uada']);
  });

  it('is not repaired by results from the previous org', async () => {
    await rig.registered(key, '00uada');
    rig.okta.users.get('00uada')!.registered = false;
    const service = rig.of(ReconciliationService);
    const release = rig.okta.hold();
    const { id } = await service.start(caller, { integrationId: key.integrationId });
    await eventually(async () => expect((await service.get(caller, id)).phase).toBe('LIST_OURS'));
    await rig.configure(key, { oktaDomain: 'other.okta.com', apiToken: 'token' });
    release();
    await eventually(async () =>
      expect(await service.get(caller, id)).toMatchObject({
        status: 'FAILED',
        error: expect.stringContaining('settings'),
      }),
    );
  });

  it('is not read from the previous org when a run continues after its settings changed', async () => {
    await rig.stopProcesses();
    await rig.startProcess(false);
    const service = rig.of(ReconciliationService);
    const { id } = await service.start(caller, { integrationId: key.integrationId });
    await rig.database.execute(
      `update reconciliation_runs set status = 'RUNNING', position = 'https://acme.okta.com/api/v1/users?after=x',
         started_at = now() - interval '1 minute' where id = $1`,
      [id],
    );
    await rig.configure(key, { oktaDomain: 'other.okta.com', apiToken: 'token' });
    await rig.startProcess();
    await eventually(async () => expect((await service.get(caller, id)).status).toBe('FAILED'));
    expect(rig.list.requests).toBe(0);
  });

  it('is not written with the id that the person had in the previous org', async () => {
    const ada = await rig.registered(key, '00uold');
    await rig.stopProcesses();
    await rig.startProcess(false);
    await rig.database.execute(
      `insert into registrations (tenant_id, integration_id, identity_id)
       select $1, $2, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid from generate_series(1, 2000) n`,
      [key.tenantId, key.integrationId],
    );
    rig.okta.addUser({ id: '00unew' });
    await rig.database.execute(`update identities set external_id = '00unew' where id = $1`, [ada]);
    await rig.change(key, ada, { passkeys: 0 });
    await rig.change(key, ada, { passkeys: 1 });
    await rig.database.execute(`update registrations set confirmed = false where identity_id = $1`, [ada]);
    await rig.configure(key, { oktaDomain: 'other.okta.com', apiToken: 'token' });
    rig.okta.writes.length = 0;
    await rig.startProcess();
    await eventually(async () =>
      expect(await rig.database.query('select 1 from registration_sweeps where pending')).toEqual([]),
    );
    await rig.database.execute(`delete from registrations where identity_id <> $1`, [ada]);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, okta_user_id: '00unew' });
    expect(rig.okta.writes.map(({ userId }) => userId)).toEqual(['00unew']);
  });
});
