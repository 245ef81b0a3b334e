import type { IntegrationKey } from '@rollcall/directory';
import { type Rig, rigForEach } from './rig.js';
import { reconcile } from './scim-rig.js';

describe('a reconciliation of an org that others use too', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  it('reports a user who carries the userName of a person linked to another user, and does not change them', async () => {
    rig.okta.addUser({ id: '00uada', login: 'ada@elsewhere.example.com' });
    const ada = await rig.person(key, { externalId: '00uada', userName: 'ada@example.com', inOkta: false });
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, okta_user_id: '00uada' });
    rig.okta.addUser({ id: '00unamesake', login: 'ada@example.com', registered: true });
    const { result, drift } = await reconcile(rig, key, { dryRun: false });
    expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 1, repaired: 0 });
    expect(drift).toEqual(['UNKNOWN_USER 00unamesake']);
    expect(rig.okta.registeredIds()).toEqual(['00uada', '00unamesake']);
  });

  it('does not report people that another integration manages in the same org', async () => {
    const other = await rig.integration();
    await rig.registered(other, '00utheirs');
    await rig.registered(key, '00uours');
    rig.okta.addUser({ id: '00ustranger', registered: true });
    for (const each of [key, other]) {
      const { result, drift } = await reconcile(rig, each, { dryRun: false });
      expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 1 });
      expect(drift).toEqual(['UNKNOWN_USER 00ustranger']);
    }
  });

  it('reports people that an integration of another org manages under the same id', async () => {
    const other = await rig.integration('other.okta.com');
    await rig.registered(other, '00utheirs');
    const { drift } = await reconcile(rig, key, { dryRun: true });
    expect(drift).toEqual(['UNKNOWN_USER 00utheirs']);
  });
});
