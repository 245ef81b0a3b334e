import { IdentityService, type IntegrationKey } from '@rollcall/directory';
import { systemCaller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { bentRigForAll, type BentRig } from './bent-rig.js';
import { type Rig, rigForEach } from './rig.js';
import { isPatch } from './scim-deviations.js';

describe('an identity that is known only by login, and should be registered at an Okta user', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let twin: string;
  let ada: string;
  let other: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  beforeEach(async () => {
    ada = await rig.registered(key, '00uada');
    other = await rig.integration();
    const { login } = rig.okta.users.get('00uada')!;
    twin = await rig.person(other, { externalId: null, userName: login });
  });

  async function twinIsTrue(): Promise<void> {
    await rig.settles(twin, { state: 'IN_SYNC', confirmed: true, due_at: null, okta_user_id: '00uada' });
    await rig.settles(ada, { state: 'IN_SYNC', desired: false, due_at: null });
    expect(rig.okta.users.get('00uada')?.registered).toBe(true);
  }

  it('does not trust a value that was read before another identity set the user to false', async () => {
    const { login } = rig.okta.users.get('00uada')!;
    const find = rig.okta.find.bind(rig.okta);
    let read = false;
    let goOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    rig.okta.find = async (org, idOrLogin) => {
      const user = await find(org, idOrLogin);
      if (idOrLogin !== login) return user;
      read = true;
      await gate;
      return user;
    };
    await rig.bind(other, twin);
    await eventually(() => read);
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false, due_at: null });
    expect(rig.okta.users.get('00uada')?.registered).toBe(false);
    goOn();
    await twinIsTrue();
  });

  it('waits while the write that sets the user to false is under way', async () => {
    const release = rig.okta.holdNextWrite();
    const before = rig.okta.writes.length;
    await rig.change(key, ada, { passkeys: 0 });
    await eventually(() => expect(rig.okta.writes).toHaveLength(before + 1));
    await rig.bind(other, twin);
    await eventually(async () => expect((await rig.row(twin))?.okta_user_id).toBe('00uada'));
    expect(rig.okta.writes).toHaveLength(before + 1);
    release();
    await twinIsTrue();
  });
});

describe('a user of a SCIM server who is known by userName only', () => {
  let bent: BentRig;
  bentRigForAll((made) => (bent = made));

  it('is stored in the ledger before the first write, so that a deletion during the write still sets the user to false', async () => {
    const { scim, server } = bent;
    await bent.integrate({});
    const { rig, key } = scim;
    const there = server.add('grace');
    const grace = await rig.person(key, { externalId: null, userName: 'grace@example.com', inOkta: false });
    const seen: Promise<string | null | undefined>[] = [];
    const deleted: Promise<unknown>[] = [];
    server.bend.meanwhile = (_, request) => {
      if (!isPatch(request) || deleted.length > 0) return;
      seen.push(rig.row(grace).then((row) => row?.okta_user_id));
      deleted.push(rig.of(IdentityService).delete(systemCaller(key.tenantId, 'test'), key.integrationId, grace));
    };
    await rig.bind(key, grace);
    await eventually(() => deleted.length > 0);
    await Promise.all(deleted);
    expect(await Promise.all(seen)).toEqual([there]);
    await eventually(async () =>
      expect(await rig.database.query('select 1 from registrations where okta_user_id = $1', [there])).toEqual([]),
    );
    expect(server.user(there)?.registered).toBe(false);
  });
});
