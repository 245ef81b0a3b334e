import { IdentityService, type IntegrationKey } from '@rollcall/directory';
import { ReconciliationService } from '@rollcall/okta-sync';
import { systemCaller, type Caller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

describe('a reconciliation', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;
  let service: ReconciliationService;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
    caller = systemCaller(key.tenantId, 'test');
    service = rig.of(ReconciliationService);
  });

  /** Adds people who are registered in Rollcall and in Okta. */
  async function registered(count: number): Promise<string[]> {
    const people = await Promise.all(Array.from({ length: count }, () => rig.person(key)));
    await Promise.all(people.map((id) => rig.bind(key, id)));
    for (const id of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: true });
    return people;
  }

  async function inOkta(identityId: string) {
    const row = await rig.row(identityId);
    const user = rig.okta.users.get(row?.okta_user_id ?? '');
    if (!user) throw new Error('not linked');
    return user;
  }

  async function run(options: { dryRun?: boolean; maxChangeRatio?: number } = {}) {
    const { id } = await service.start(caller, { integrationId: key.integrationId, ...options });
    return ends(id);
  }

  async function ends(id: string) {
    return eventually(async () => {
      const row = await service.get(caller, id);
      expect(row.finished_at).not.toBeNull();
      return row;
    });
  }

  async function driftOf(runId: string): Promise<string[]> {
    const page = await service.drift(caller, runId, { first: 200 });
    return page.nodes.map((row) => `${row.kind} ${row.identity_id ?? row.okta_user_id}`).sort();
  }

  /** Creates one difference of each kind. @returns the people concerned */
  async function makeDrift() {
    const [lost = '', ghost = '', gone = ''] = await registered(5);
    (await inOkta(lost)).registered = false;
    await rig.database.execute(`update identities set active_passkeys = 0 where id = $1`, [ghost]);
    const user = await inOkta(gone);
    rig.okta.users.delete(user.id);
    rig.okta.addUser({ id: '00ustranger', registered: true });
    return { lost, ghost, gone };
  }

  it('reports in a dry run what differs, and changes nothing', async () => {
    const { lost, ghost, gone } = await makeDrift();
    const writes = rig.okta.writes.length;
    const result = await run({ dryRun: true });
    expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 4, repaired: 0, error: null });
    expect(await driftOf(result.id)).toEqual([
      `SET_FALSE ${ghost}`,
      `SET_TRUE ${lost}`,
      'UNKNOWN_USER 00ustranger',
      `UNLINKED ${gone}`,
    ]);
    expect(rig.okta.writes).toHaveLength(writes);
  });

  it('repairs our people through the ledger, and does not change other users', async () => {
    const { lost, ghost } = await makeDrift();
    const result = await run();
    expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 4, repaired: 2, failed: 0 });
    expect((await inOkta(lost)).registered).toBe(true);
    expect((await inOkta(ghost)).registered).toBe(false);
    expect(rig.okta.users.get('00ustranger')?.registered).toBe(true);
    expect(await run()).toMatchObject({ drifted: 2, repaired: 0 });
  });

  it('requests the list from Okta and each candidate once, and nothing else', async () => {
    await registered(25);
    rig.list.size = 10;
    const [one = ''] = await registered(1);
    (await inOkta(one)).registered = false;
    const result = await run({ dryRun: true });
    expect(result.okta_requests).toBe(Math.ceil(25 / 10) + 1);
  });

  it('believes Okta itself, not its lagging search', async () => {
    const [one = '', two = ''] = await registered(2);
    rig.list.stale.add((await inOkta(one)).id);
    await rig.change(key, two, { passkeys: 0 });
    await rig.settles(two, { confirmed: false });
    rig.list.stale.add((await inOkta(two)).id);
    expect(await run()).toMatchObject({ status: 'SUCCEEDED', drifted: 0 });
  });

  it('refuses to change more than the safety cap, and changes nothing then', async () => {
    const people = await registered(30);
    for (const id of people.slice(0, 12)) (await inOkta(id)).registered = false;
    const writes = rig.okta.writes.length;
    const refused = await run({ maxChangeRatio: 0.2 });
    expect(refused).toMatchObject({ status: 'FAILED', repaired: 0 });
    expect(refused.error).toMatch(/^SAFETY_CAP: more than 10 people/);
    expect(rig.okta.writes).toHaveLength(writes);
    expect(await run({ maxChangeRatio: 0.5 })).toMatchObject({ status: 'SUCCEEDED', repaired: 12 });
  });

  it('runs once at a time per integration, and can be cancelled', async () => {
    await registered(1);
    rig.okta.hangFor(key.integrationId);
    for (const user of rig.okta.users.values()) user.registered = false;
    const { id } = await service.start(caller, { integrationId: key.integrationId });
    await expect(service.start(caller, { integrationId: key.integrationId })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await service.cancel(caller, id);
    await eventually(async () => expect((await service.get(caller, id)).cancel_requested).toBe(true));
    rig.okta.unhang();
    await ends(id);
    await expect(service.cancel(caller, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await run()).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('continues from its checkpoint after the process died', async () => {
    await registered(30);
    rig.list.size = 10;
    await rig.stopProcesses();
    await rig.startProcess(false);
    const { id } = await rig
      .of(ReconciliationService)
      .start(caller, { integrationId: key.integrationId, dryRun: true });
    await rig.database.execute(
      `update reconciliation_runs set status = 'RUNNING', position = '20', examined = 20, okta_requests = 2, started_at = now(),
         locked_by = gen_random_uuid(), locked_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    rig.list.requests = 0;
    service = rig.of(ReconciliationService);
    await rig.startProcess();
    expect(await ends(id)).toMatchObject({ status: 'SUCCEEDED', drifted: 0 });
    expect(rig.list.requests).toBe(1);
  });

  it('starts the list again if the page at which it stopped has expired, and reports nothing twice', async () => {
    const [lost = ''] = await registered(30);
    (await inOkta(lost)).registered = false;
    rig.okta.addUser({ id: '00ustranger', registered: true });
    rig.list.size = 10;
    await rig.stopProcesses();
    await rig.startProcess(false);
    service = rig.of(ReconciliationService);
    const { id } = await service.start(caller, { integrationId: key.integrationId, dryRun: true });
    await rig.database.execute(
      `update reconciliation_runs set status = 'RUNNING', position = '20', examined = 20, drifted = 1, refused = 3, first_refusal = '', started_at = now(),
         locked_by = gen_random_uuid(), locked_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    await rig.database.execute(
      `insert into reconciliation_drift (tenant_id, run_id, integration_id, id, okta_user_id, kind, actual)
       values ($1, $2, $3, gen_random_uuid(), '00ustranger', 'UNKNOWN_USER', true)`,
      [key.tenantId, id, key.integrationId],
    );
    rig.list.expired.add('20');
    rig.list.requests = 0;
    await rig.startProcess();
    expect(await ends(id)).toMatchObject({ status: 'SUCCEEDED', drifted: 2, examined: 31 });
    expect(await driftOf(id)).toEqual([`SET_TRUE ${lost}`, 'UNKNOWN_USER 00ustranger']);
    expect(rig.list.requests).toBe(1 + 3);
  });

  it('fails with what Okta said when the list cannot be begun', async () => {
    rig.list.expired.add('0');
    expect(await run({ dryRun: true })).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('Invalid cursor'),
    });
  });

  it('refuses by the safety cap also after an interruption', async () => {
    const people = await registered(30);
    for (const id of people.slice(0, 12)) (await inOkta(id)).registered = false;
    await rig.stopProcesses();
    await rig.startProcess(false);
    service = rig.of(ReconciliationService);
    const { id } = await service.start(caller, { integrationId: key.integrationId, maxChangeRatio: 0.2 });
    await rig.database.execute(
      `insert into reconciliation_drift (tenant_id, run_id, integration_id, id, identity_id, kind, expected, actual)
       select $1, $2, $3, gen_random_uuid(), unnest($4::uuid[]), 'SET_TRUE', true, false`,
      [key.tenantId, id, key.integrationId, people.slice(0, 12)],
    );
    await rig.database.execute(`update reconciliation_runs set status = 'RUNNING', phase = 'REPAIR' where id = $1`, [
      id,
    ]);
    const writes = rig.okta.writes.length;
    await rig.startProcess();
    expect((await ends(id)).error).toMatch(/^SAFETY_CAP/);
    expect(rig.okta.writes).toHaveLength(writes);
  });

  it('pauses nothing and repairs nothing while the sync is disabled', async () => {
    const [one = ''] = await registered(1);
    (await inOkta(one)).registered = false;
    await rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: false });
    expect(await run({ dryRun: true })).toMatchObject({ status: 'SUCCEEDED', drifted: 1 });
    await expect(run()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('switched off') });
  });

  describe('with another user in Okta whose login is the userName of one of our people', () => {
    const userName = 'ada@example.com';

    /**
     * Links the person to the Okta user 00uada, whose login differs from the person's userName. Another Okta user,
     * 00unamesake, has that userName as login, and its attribute is true.
     */
    async function namesake({ externalId = '00uada' as string | null, registered = false } = {}): Promise<string> {
      rig.okta.addUser({ id: '00uada', login: externalId === null ? userName : 'ada@elsewhere.example.com' });
      const ada = await rig.person(key, { externalId, userName, inOkta: false });
      await rig.bind(key, ada);
      await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, okta_user_id: '00uada' });
      if (!registered) {
        await rig.change(key, ada, { passkeys: 0 });
        await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
      }
      rig.okta.users.get('00uada')!.login = 'ada@elsewhere.example.com';
      rig.okta.addUser({ id: '00unamesake', login: userName, registered: true });
      return ada;
    }

    it.each([
      ['who has an external id', '00uada'],
      ['who was found by their login', null],
    ])('sets that user to false, and leaves the person %s linked to their own user', async (_, externalId) => {
      const ada = await namesake({ externalId });
      expect(await run()).toMatchObject({ status: 'SUCCEEDED', drifted: 1, repaired: 1 });
      expect(rig.okta.registeredIds()).toEqual([]);
      expect(await run()).toMatchObject({ status: 'SUCCEEDED', drifted: 0 });
      await rig.bind(key, ada);
      await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, okta_user_id: '00uada' });
      expect(rig.okta.registeredIds()).toEqual(['00uada']);
    });

    it('reports that the repair failed if Okta refuses to change that user', async () => {
      await namesake();
      rig.okta.failWrites({ kind: 'ERROR', status: 403, code: 'E0000006', summary: 'refused', resetAt: undefined });
      expect(await run()).toMatchObject({ status: 'SUCCEEDED', drifted: 1, repaired: 0, failed: 1 });
      expect(rig.okta.registeredIds()).toEqual(['00unamesake']);
    });

    it('does not confuse that user with the person, who is set to true', async () => {
      await namesake({ registered: true });
      rig.okta.users.get('00uada')!.registered = false;
      const result = await run();
      expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 2, repaired: 1 });
      expect(await driftOf(result.id)).toContain('UNKNOWN_USER 00unamesake');
      expect(rig.okta.users.get('00uada')?.registered).toBe(true);
      expect(rig.okta.users.get('00unamesake')?.registered).toBe(true);
    });
  });

  it('sets users to false to which a repaired person was linked before', async () => {
    const [ada = ''] = await registered(1);
    const before = (await inOkta(ada)).id;
    rig.okta.addUser({ id: '00unew' });
    rig.okta.hidden.set('00unew', { kind: 'ERROR', status: 403, code: 'E0000006', summary: 'no', resetAt: undefined });
    await rig.of(IdentityService).update(caller, key.integrationId, ada, (current) => ({
      ...current,
      externalId: '00unew',
      profile: JSON.parse(current.profile) as Record<string, unknown>,
    }));
    await rig.settles(ada, { state: 'PARKED', okta_user_id: before });
    rig.okta.hidden.clear();
    rig.list.stale.add(before);
    expect(await run()).toMatchObject({ status: 'SUCCEEDED', drifted: 1, repaired: 1 });
    expect(await rig.row(ada)).toMatchObject({ okta_user_id: '00unew', confirmed: true });
    await eventually(() => expect(rig.okta.registeredIds()).toEqual(['00unew']));
  });
});
