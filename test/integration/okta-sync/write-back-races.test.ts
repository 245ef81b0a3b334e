import type { IntegrationKey } from '@rollcall/directory';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

describe('the write-back and concurrent events', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  /** Adds people who are registered in Okta. The next change of each person is then a single write. */
  async function registered(count: number): Promise<string[]> {
    const people = await Promise.all(Array.from({ length: count }, () => rig.person(key)));
    for (const id of people) await rig.bind(key, id);
    for (const id of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: true, due_at: null });
    return people;
  }

  it('corrects a write whose answer was lost, although the ledger has no record that Okta applied it', async () => {
    const [ada = ''] = await registered(1);
    rig.okta.applyThenFail({ kind: 'SILENCE', cause: 'reset' });
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'RETRYING', confirmed: true, unsure: true });
    await rig.change(key, ada, { passkeys: 1 });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, unsure: false, due_at: null });
    expect(rig.okta.registeredIds()).toHaveLength(1);
  });

  it('repeats a write that was never answered', async () => {
    const [ada = ''] = await registered(1);
    rig.okta.failWrites({ kind: 'SILENCE', cause: 'timed out' });
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'RETRYING', confirmed: true, unsure: true });
    rig.okta.heal();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, unsure: false });
    expect(rig.okta.registeredIds()).toEqual([]);
  });

  it('writes a change that was made while the previous change was being written', async () => {
    const [ada = ''] = await registered(1);
    const release = await rig.holdRequest(() => rig.change(key, ada, { passkeys: 0 }));
    await rig.change(key, ada, { passkeys: 1 });
    release();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, due_at: null, locked_by: null });
    expect(rig.okta.registeredIds()).toHaveLength(1);
  });

  it('writes the value that people should have now, not an older desired value of the ledger', async () => {
    const [ada = ''] = await registered(1);
    await rig.database.execute(
      `update registrations set desired = false, seq = seq + 1, due_at = now() where identity_id = $1`,
      [ada],
    );
    await rig.settles(ada, { state: 'IN_SYNC', desired: true, confirmed: true, due_at: null });
    expect(rig.okta.registeredIds()).toHaveLength(1);
  });

  it('records the result of the write of each person when many are settled together', async () => {
    const people = await registered(12);
    const leaving = people.filter((_id, index) => index % 3 === 0);
    for (const user of rig.okta.users.values()) user.registered = false;
    await rig.database.execute(`update registrations set unsure = true where integration_id = $1`, [key.integrationId]);
    const release = rig.okta.hold();
    for (const id of people) await rig.change(key, id, { passkeys: leaving.includes(id) ? 0 : 1 });
    await eventually(async () => {
      for (const id of people) expect((await rig.row(id))?.locked_by).not.toBeNull();
    });
    release();
    for (const id of people)
      await rig.settles(id, { state: 'IN_SYNC', confirmed: !leaving.includes(id), due_at: null, locked_by: null });
    expect(rig.okta.registeredIds()).toHaveLength(people.length - leaving.length);
  });
});
