import { IdentityService, type IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { systemCaller, type Caller } from '@rollcall/platform';
import { CurrentChecks } from '../../../libs/okta-sync/src/health/current-checks.js';
import { HeldChanges } from '../../../libs/okta-sync/src/directory-changes/held-changes.js';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';
import { reconcile } from './scim-rig.js';

describe('the safety cap of directory changes', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
    caller = systemCaller(key.tenantId, 'Ada');
  });

  async function registered(count: number): Promise<string[]> {
    await rig.capDirectoryChanges(key.integrationId, 0.2);
    const people = await Promise.all(Array.from({ length: count }, () => rig.person(key)));
    for (const id of people) await rig.bind(key, id);
    await eventually(() => expect(rig.okta.registeredIds()).toHaveLength(count));
    for (const id of people) await rig.settles(id, { state: 'IN_SYNC' });
    return people;
  }

  const deactivate = (people: readonly string[]) =>
    Promise.all(people.map((id) => rig.change(key, id, { active: false })));

  async function countOf(state: string): Promise<number> {
    const rows = await rig.database.query(`select 1 from registrations where state = $1 and due_at is null`, [state]);
    return rows.length;
  }

  async function audited(): Promise<string[]> {
    const rows = await rig.database.query<{ action: string }>(
      `select action from audit_events where action like 'registration.%' order by 1`,
    );
    return rows.map(({ action }) => action);
  }

  it('holds changes of the directory above the cap, and allows an administrator to approve them', async () => {
    const people = await registered(15);
    await deactivate(people);
    await eventually(async () => expect(await countOf('HELD')).toBe(5));
    expect(rig.okta.registeredIds()).toHaveLength(5);
    expect(await audited()).toEqual(['registration.held']);
    expect(await rig.of(HeldChanges).approve(caller, key.integrationId)).toBe(5);
    await eventually(() => expect(rig.okta.registeredIds()).toEqual([]));
    await eventually(async () => expect(await countOf('IN_SYNC')).toBe(15));
    expect(await audited()).toEqual(['registration.approved', 'registration.held']);
  });

  it('holds deleted people too, and does not forget them', async () => {
    const people = await registered(12);
    for (const id of people) await rig.of(IdentityService).delete(caller, key.integrationId, id);
    await eventually(async () => expect(await countOf('HELD')).toBe(2));
    expect(rig.okta.registeredIds()).toHaveLength(2);
    await rig.of(HeldChanges).approve(caller, key.integrationId);
    await eventually(() => expect(rig.okta.registeredIds()).toEqual([]));
  });

  it('writes single changes, and passkeys that people lose, at once', async () => {
    const people = await registered(14);
    await deactivate(people.slice(0, 2));
    await Promise.all(people.slice(2).map((id) => rig.change(key, id, { passkeys: 0 })));
    await eventually(() => expect(rig.okta.registeredIds()).toEqual([]));
    expect(await audited()).toEqual([]);
  });

  it('leaves discarded people true until the directory changes them again, also through a run and a resumed sync', async () => {
    const people = await registered(13);
    await deactivate(people);
    await eventually(async () => expect(await countOf('HELD')).toBe(3));
    const held = rig.okta.registeredIds();
    expect(await rig.of(HeldChanges).discard(caller, key.integrationId)).toBe(3);
    const { result } = await reconcile(rig, key, { dryRun: false, maxChangeRatio: 1 });
    expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 0 });
    const syncs = rig.of(RegistrationSyncService);
    await syncs.pauseByHand(caller, key.integrationId);
    await syncs.resume(caller, key.integrationId);
    await eventually(async () =>
      expect(await rig.database.query('select 1 from registration_sweeps where pending')).toEqual([]),
    );
    expect(await countOf('DISCARDED')).toBe(3);
    expect(rig.okta.registeredIds()).toEqual(held);
    await Promise.all(people.map((id) => rig.change(key, id, { active: true })));
    await eventually(() => expect(rig.okta.registeredIds()).toHaveLength(13));
    await eventually(async () => expect(await countOf('IN_SYNC')).toBe(13));
  });

  it('allows a reconciliation to repair under its own cap', async () => {
    const people = (await registered(30)).slice(0, 11);
    await rig.database.execute('update identities set active = false where id = any($1::uuid[])', [people]);
    const { result } = await reconcile(rig, key, { dryRun: false, maxChangeRatio: 1 });
    expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: people.length, repaired: people.length });
    expect(await audited()).toEqual([]);
  });

  it('holds every change at a ratio of 0, and none at 1', async () => {
    const people = await registered(12);
    await rig.capDirectoryChanges(key.integrationId, 0);
    await deactivate(people.slice(0, 1));
    await rig.settles(people[0]!, { state: 'HELD', confirmed: true, desired: false });
    await rig.capDirectoryChanges(key.integrationId, 1);
    await deactivate(people.slice(1));
    await eventually(() => expect(rig.okta.registeredIds()).toHaveLength(1));
  });

  it('counts a change once, even if it is tried several times', async () => {
    const people = await registered(11);
    rig.okta.failNext(...Array.from({ length: 3 }, () => ({ kind: 'SILENCE', cause: 'reset' }) as const));
    await deactivate(people.slice(0, 10));
    await eventually(() => expect(rig.okta.registeredIds()).toHaveLength(1));
    expect(await countOf('HELD')).toBe(0);
  });

  it('is shown by the health check while changes are held', async () => {
    const people = await registered(12);
    await eventually(async () => {
      const checks = await rig.database.query(`select 1 from integration_checks where name = 'directory-changes'`);
      expect(checks).toHaveLength(1);
    });
    await deactivate(people);
    await eventually(async () => expect(await countOf('HELD')).toBe(2));
    const checks = await rig.of(CurrentChecks).listMany(key.tenantId, [key.integrationId]);
    const found = checks.get(key.integrationId)?.find(({ name }) => name === 'directory-changes');
    expect(found).toMatchObject({ status: 'WARN', message: expect.stringContaining('2 held') });
  });
});
