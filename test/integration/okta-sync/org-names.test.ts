import type { IntegrationKey } from '@rollcall/directory';
import { OktaOrgs, OktaQuotas } from '@rollcall/okta';
import { Doctor } from '@rollcall/okta-sync';
import { systemCaller } from '@rollcall/platform';
import { OktaSimulator } from '../../../apps/okta-simulator/src/index.js';
import { DoctorVisitsRepository } from '../../../libs/okta-sync/src/health/doctor-visits.repository.js';
import { eventually } from '../../support/index.js';
import { Rig, rigForEach } from './rig.js';
import { reconcile } from './scim-rig.js';

const CUSTOM = 'acme-login.okta.com';

describe('an Okta org under two host names', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let custom: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  beforeEach(async () => {
    custom = await rig.integration(CUSTOM);
  });

  const isTrue = (id: string): boolean => rig.okta.users.get(id)?.registered === true;

  async function identify(...integrations: IntegrationKey[]): Promise<void> {
    rig.inspector.organizationIds.set('acme.okta.com', '00oacme').set(CUSTOM, '00oacme');
    for (const { tenantId, integrationId } of integrations)
      await rig.of(Doctor).examine(systemCaller(tenantId, 'test'), integrationId);
  }

  it('a user stays true if an integration under the other name desires it', async () => {
    await identify(key, custom);
    await rig.registered(key, '00uada');
    const twin = await rig.registered(custom, '00uada');
    await rig.change(custom, twin, { passkeys: 0 });
    await rig.settles(twin, { state: 'IN_SYNC', desired: false, due_at: null });
    expect(isTrue('00uada')).toBe(true);
  });

  it('writes from before the two names were known to be one org are repaired', async () => {
    const ada = await rig.registered(key, '00uada');
    const twin = await rig.registered(custom, '00uada');
    await rig.change(custom, twin, { passkeys: 0 });
    await rig.settles(twin, { state: 'IN_SYNC', confirmed: false, due_at: null });
    expect(isTrue('00uada')).toBe(false);
    await identify(key);
    expect(isTrue('00uada')).toBe(false);
    await identify(custom);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, unsure: false, due_at: null });
    expect(isTrue('00uada')).toBe(true);
  });

  it('a reconciliation treats the users as shared', async () => {
    await rig.registered(key, '00uada');
    expect(await reconcile(rig, custom, { dryRun: true })).toMatchObject({ drift: ['UNKNOWN_USER 00uada'] });
    await identify(key, custom);
    expect(await reconcile(rig, custom, { dryRun: true })).toMatchObject({ drift: [] });
  });

  it('both names share the rate limits, which are copied from the name that was known first', async () => {
    await identify(key, custom);
    const [one, other] = await Promise.all([rig.of(OktaOrgs).find(key), rig.of(OktaOrgs).find(custom)]);
    const quotas = rig.of(OktaQuotas);
    await quotas.block(one!, 'users.write', Date.now() + 60_000);
    expect(await quotas.take(other!, 'users.write', 1)).toMatchObject({ granted: 0 });
    expect((await quotas.take(other!, 'users.read', 1_000)).granted).toBe(1_000);
  });

  it('is asked for its id again within minutes if it did not return it', async () => {
    const due = async (): Promise<string[]> => {
      await rig.database.execute(`update doctor_visits set visited_at = now() - interval '16 minutes'`);
      return (await rig.of(DoctorVisitsRepository).takeDue()).map(({ integrationId }) => integrationId);
    };
    await eventually(async () =>
      expect(await rig.database.query('select 1 from integration_checks group by integration_id')).toHaveLength(2),
    );
    rig.inspector.organizationIds.set('acme.okta.com', '00oacme');
    await rig.of(Doctor).examine(systemCaller(key.tenantId, 'test'), key.integrationId);
    expect(await due()).toEqual([custom.integrationId]);
  });
});

it('reads the id from the org', async () => {
  const okta = await OktaSimulator.start({ registrationAttribute: true });
  const rig = await Rig.start({ real: true, worker: false });
  try {
    const key = await rig.integration(okta.domain, okta.apiToken);
    await rig.of(Doctor).examine(systemCaller(key.tenantId, 'test'), key.integrationId);
    expect(await rig.of(OktaOrgs).find(key)).toMatchObject({ orgId: okta.org.id });
  } finally {
    await rig.stop();
    await okta.stop();
  }
});
