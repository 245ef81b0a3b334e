import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { RegistrationRetrier } from '@rollcall/okta-sync';
import { systemCaller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

describe('the write-back', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  it('writes true when a passkey is bound and false when the last one is revoked', async () => {
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, due_at: null, locked_by: null });
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
    expect(rig.okta.writes.map((write) => write.registered)).toEqual([true, false]);
    expect(rig.okta.reads).toHaveLength(1);
  });

  it('follows deactivation and reactivation', async () => {
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.settles(ada, { confirmed: true });
    await rig.change(key, ada, { active: false });
    await rig.settles(ada, { confirmed: false });
    await rig.change(key, ada, { active: true });
    await rig.settles(ada, { confirmed: true });
    expect(rig.okta.writes).toHaveLength(3);
  });

  it('sends no request to Okta when people are imported without passkeys', async () => {
    const ada = await rig.person(key);
    await rig.change(key, ada, {});
    expect(await rig.row(ada)).toMatchObject({ state: 'IN_SYNC', due_at: null, confirmed: null });
    expect([...rig.okta.writes, ...rig.okta.reads]).toEqual([]);
  });

  it('writes nothing when Okta already has the value', async () => {
    const ada = await rig.person(key, { externalId: '00uada', inOkta: false });
    rig.okta.addUser({ id: '00uada', registered: true });
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, okta_user_id: '00uada' });
    expect(rig.okta.writes).toEqual([]);
  });

  it('writes once for many quick changes, with the value of the last one', async () => {
    const ada = await rig.person(key);
    const release = await rig.holdRequest(() => rig.bind(key, ada));
    for (const passkeys of [0, 1, 0, 1, 0]) await rig.change(key, ada, { passkeys });
    release();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
    // New settings requeue all rows, so the row may be requeued again.
    await eventually(async () => {
      const row = (await rig.row(ada))!;
      expect(Number(row.seq)).toBeGreaterThanOrEqual(6);
      expect(row.done_seq).toBe(row.seq);
    });
    expect(rig.okta.registeredIds()).toEqual([]);
    expect(rig.okta.writes.length).toBeLessThanOrEqual(2);
  });

  it('finds a person by login when the external id is not one of Okta', async () => {
    const ada = await rig.person(key, { externalId: 'hr-4711', userName: 'Ada@Example.com', inOkta: false });
    rig.okta.addUser({ id: '00uada', login: 'ada@example.com' });
    await rig.bind(key, ada);
    await rig.settles(ada, { confirmed: true, okta_user_id: '00uada' });
  });

  it('does not use a short name as an id, because Okta may find another person by it', async () => {
    const ada = await rig.person(key, { externalId: 'ada', userName: 'ada@example.com', inOkta: false });
    rig.okta.addUser({ id: '00uother', login: 'ada' });
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'UNLINKED', confirmed: null, due_at: null });
    expect(rig.okta.writes).toEqual([]);
  });

  it('reads the user after an answer was lost, and does not repeat the write if the value is already there', async () => {
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.settles(ada, { confirmed: true });
    rig.okta.applyThenFail({ kind: 'SILENCE', cause: 'reset' });
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'RETRYING', unsure: true, attempts: 1, last_error: 'No answer from Okta: reset' });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, unsure: false, attempts: 0, last_error: null });
    expect(rig.okta.writes).toHaveLength(2);
    expect(rig.okta.reads).toHaveLength(2);
  });

  it('pauses after a few requests with an invalid token, keeps the queue, and resumes with a new token', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => rig.person(key)));
    rig.okta.failNext(...Array.from({ length: 100 }, () => error(401, 'E0000011')));
    for (const id of people) await rig.bind(key, id);
    const syncs = rig.of(RegistrationSyncService);
    await eventually(async () =>
      expect((await syncs.find(key.tenantId, key.integrationId))?.pausedReason).toContain('E0000011'),
    );
    expect(rig.okta.reads.length).toBeLessThanOrEqual(8);
    rig.okta.heal();
    await rig.configure(key, { oktaDomain: 'acme.okta.com', apiToken: 'fresh' });
    for (const id of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: true });
  });

  it('parks a person that the token may not edit, and pauses if the token may edit no person', async () => {
    const [ada, ben] = [await rig.person(key), await rig.person(key)];
    rig.okta.failWrites(error(403, 'E0000006'));
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'PARKED', due_at: null });
    const syncs = rig.of(RegistrationSyncService);
    expect((await syncs.find(key.tenantId, key.integrationId))?.pausedReason).toBeNull();
    await rig.bind(key, ben);
    await rig.settles(ben, { state: 'PARKED' });
    await rig.bind(key, await rig.person(key));
    await eventually(async () =>
      expect((await syncs.find(key.tenantId, key.integrationId))?.pausedReason).toContain('rights'),
    );
  });

  it('reads the schema when Okta refuses the body: a missing attribute pauses the integration', async () => {
    const ada = await rig.person(key);
    rig.schemas.current = undefined;
    rig.okta.failWrites(error(400, 'E0000001'));
    await rig.bind(key, ada);
    const syncs = rig.of(RegistrationSyncService);
    await eventually(async () =>
      expect((await syncs.find(key.tenantId, key.integrationId))?.pausedReason).toContain(
        'byndidRegistered is missing',
      ),
    );
    await rig.settles(ada, { state: 'PENDING', locked_by: null });
  });

  it('parks one person when the attribute exists and Okta still refuses the body', async () => {
    const ada = await rig.person(key);
    rig.okta.failWrites(error(400, 'E0000001'));
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'PARKED', due_at: null });
  });

  it('skips a deprovisioned user, and writes when the row is requeued after the reactivation', async () => {
    const ada = await rig.person(key, { externalId: '00uada', inOkta: false });
    rig.okta.addUser({ id: '00uada', status: 'DEPROVISIONED' });
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'SKIPPED', due_at: null });
    rig.okta.addUser({ id: '00uada' });
    await rig.change(key, ada, { active: true });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
  });

  it('writes a final false for a person who was deleted, and then forgets them', async () => {
    const ada = await rig.person(key, { externalId: '00uada' });
    await rig.bind(key, ada);
    await rig.settles(ada, { confirmed: true });
    await remove(ada);
    await eventually(async () => expect(await rig.row(ada)).toBeUndefined());
    expect(rig.okta.registeredIds()).toEqual([]);
  });

  it('deletes the row of a deleted person at once if the person was never written to Okta', async () => {
    const ada = await rig.person(key);
    await rig.change(key, ada, {});
    await remove(ada);
    expect(await rig.row(ada)).toBeUndefined();
    expect([...rig.okta.reads, ...rig.okta.writes]).toEqual([]);
  });

  it('retries parked people on request, and records an audit event', async () => {
    const ada = await rig.person(key);
    rig.okta.failWrites(error(403, 'E0000023'));
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'PARKED' });
    rig.okta.heal();
    const caller = systemCaller(key.tenantId, 'test');
    expect(await rig.of(RegistrationRetrier).retry(caller, key.integrationId)).toBe(1);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
    const [event] = await rig.database.query<{ detail: object }>(
      `select detail from audit_events where action = 'registration.retried'`,
    );
    expect(event?.detail).toEqual({ registrations: 1 });
  });

  it('does not write false when the person got a new identity before the last write', async () => {
    const ada = await rig.person(key, { externalId: '00uada', userName: 'ada@example.com' });
    await rig.bind(key, ada);
    await rig.settles(ada, { confirmed: true });
    await rig.stopWorkers();
    await remove(ada);
    const again = await rig.person(key, { externalId: '00uada', userName: 'ada@example.com', inOkta: false });
    await rig.bind(key, again);
    await rig.startProcess();
    await rig.settles(again, { state: 'IN_SYNC', confirmed: true });
    await eventually(async () => expect(await rig.row(ada)).toBeUndefined());
    await rig.settles(again, { state: 'IN_SYNC', confirmed: true, due_at: null });
    expect(rig.okta.registeredIds()).toEqual(['00uada']);
  });

  it('starts again when the org changes, and ignores the confirmed values of the old org', async () => {
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.settles(ada, { confirmed: true });
    for (const user of rig.okta.users.values()) user.registered = false;
    await rig.configure(key, { oktaDomain: 'other.okta.com', apiToken: 'token' });
    await eventually(async () => expect(rig.okta.registeredIds()).toHaveLength(1));
  });

  it('writes nothing while disabled and catches up when enabled', async () => {
    const ada = await rig.person(key);
    await rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: false });
    await rig.bind(key, ada);
    expect(await rig.row(ada)).toMatchObject({ state: 'DISABLED' });
    expect(rig.okta.writes).toEqual([]);
    await rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: true });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
  });

  it('waits for requests under way when it is stopped', async () => {
    const ada = await rig.person(key);
    const release = rig.okta.hold();
    await rig.bind(key, ada);
    await eventually(() => expect(rig.okta.asked).toBe(1));
    const stopped = rig.stopWorkers();
    release();
    await stopped;
    expect(await rig.row(ada)).toMatchObject({ state: 'IN_SYNC', confirmed: true, locked_by: null });
  });

  async function remove(identityId: string): Promise<void> {
    await rig.database.transaction(async (tx) => {
      await rig.ledger.forget(tx, key, [identityId]);
      await tx.execute(`delete from identities where tenant_id = $1 and id = $2`, [key.tenantId, identityId]);
    });
  }
});

function error(status: number, code: string) {
  return { kind: 'ERROR' as const, status, code, summary: 'refused', resetAt: undefined };
}
