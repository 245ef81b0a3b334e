import type { IntegrationKey } from '@rollcall/directory';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

const EVERYTHING_BUT_INTERVALS = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;

describe('the workers of the write-back', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  it('takes over from a worker that died, and reads the value in Okta first', async () => {
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.settles(ada, { confirmed: true });
    await rig.stopWorkers();
    await rig.change(key, ada, { passkeys: 0 });
    await rig.database.execute(
      `update registrations set locked_until = now() - interval '1 second', locked_by = gen_random_uuid() where identity_id = $1`,
      [ada],
    );
    for (const user of rig.okta.users.values()) user.registered = false;
    await rig.startProcess();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, locked_by: null });
    expect(rig.okta.writes).toHaveLength(1);
  });

  it('keeps its claims while Okta is slow, and drops claims that another worker has taken over', async () => {
    const [ada, ben] = [await rig.person(key), await rig.person(key)];
    const release = rig.okta.hold();
    await rig.bind(key, ada);
    await rig.bind(key, ben);
    await eventually(async () => {
      for (const id of [ada, ben]) expect((await rig.row(id))?.locked_by).not.toBeNull();
    });
    const lease = (await rig.row(ada))?.locked_by;
    const thief = '00000000-0000-4000-8000-000000000000';
    await rig.database.execute(`update registrations set locked_until = now() + interval '5 seconds'`);
    await rig.database.execute(`update registrations set locked_by = $2 where identity_id = $1`, [ben, thief]);
    const renewed = (id: string) =>
      rig.database.query(
        `select locked_by from registrations where identity_id = $1 and locked_until > now() + interval '8 seconds'`,
        [id],
      );
    await eventually(async () => expect(await renewed(ada)).toEqual([{ locked_by: lease }]));
    expect(await renewed(ben)).toEqual([]);
    release();
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
    expect((await rig.row(ben))?.locked_by).toBe(thief);
  });

  it('starts at the notification of a commit, without waiting for the next tick', async () => {
    const ada = await rig.person(key);
    await rig.stopWorkers();
    jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
    await rig.startProcess();
    jest.useRealTimers();
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
  });

  it('finds due rows without a notification', async () => {
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, due_at: null });
    await rig.database.execute(`update identities set active_passkeys = 0 where id = $1`, [ada]);
    await rig.database.execute(`update registrations set seq = seq + 1, due_at = now() where identity_id = $1`, [ada]);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
  });

  it('delays no other org when one org does not answer', async () => {
    const other = await rig.integration('other.okta.com');
    rig.okta.hangFor(key.integrationId);
    const stuck = await Promise.all(Array.from({ length: 30 }, () => rig.person(key)));
    for (const id of stuck) await rig.bind(key, id);
    const ada = await rig.person(other);
    await rig.bind(other, ada);
    await rig.settles(ada, { confirmed: true });
    rig.okta.unhang();
  });

  it('shares one queue among workers without writing twice', async () => {
    await rig.startProcess();
    await rig.startProcess();
    const people = await Promise.all(Array.from({ length: 60 }, () => rig.person(key)));
    await Promise.all(people.map((id) => rig.bind(key, id)));
    for (const id of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: true });
    expect(rig.okta.writes).toHaveLength(60);
  });

  it('the newest and the oldest row wait only for a few other rows, not for hundreds', async () => {
    await rig.stopWorkers();
    const [oldest = '', ...people] = await Promise.all(Array.from({ length: 300 }, () => rig.person(key)));
    await rig.bind(key, oldest);
    await Promise.all(people.map((id) => rig.bind(key, id)));
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.startProcess();
    await eventually(() => expect(rig.okta.writes).toHaveLength(301));
    const turnOf = (id: string) => rig.okta.writes.findIndex(({ userId }) => userId === `00u${id.replaceAll('-', '')}`);
    expect(turnOf(ada)).toBeLessThan(20);
    expect(turnOf(oldest)).toBeLessThan(20);
  });

  it('releases rows that it claimed in advance when the integration is disabled, and writes none of them', async () => {
    const people = await Promise.all(Array.from({ length: 100 }, () => rig.person(key)));
    // The write-back lane sends concurrent requests only after a first write was confirmed. When the second write is
    // confirmed too, the lane knows about the first.
    for (const one of [await rig.person(key), await rig.person(key)]) {
      await rig.bind(key, one);
      await rig.settles(one, { state: 'IN_SYNC', confirmed: true });
    }
    const release = rig.okta.hold();
    await Promise.all(people.map((id) => rig.bind(key, id)));
    const claimed = async () =>
      (await rig.database.query('select 1 from registrations where locked_by is not null')).length;
    await eventually(async () => expect(await claimed()).toBeGreaterThan(16));
    const disabling = rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: false });
    const enabled = () => rig.database.query('select 1 from registration_syncs where enabled');
    await eventually(async () => expect(await enabled()).toEqual([]));
    await eventually(async () => expect(await claimed()).toBe(16));
    release();
    await disabling;
    await eventually(async () => expect(await claimed()).toBe(0));
    // These attempts had read the user from Okta, but not yet written, when the integration was disabled.
    expect(rig.okta.writes).toHaveLength(2);
  });
});
