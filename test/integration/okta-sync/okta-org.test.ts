import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, type HealthCheck } from '@rollcall/directory-integration';
import { Doctor } from '@rollcall/okta-sync';
import { systemCaller } from '@rollcall/platform';
import { OktaSimulator } from '../../../apps/okta-simulator/src/index.js';
import { eventually } from '../../support/index.js';
import { Rig } from './rig.js';

describe('the write-back against an Okta org', () => {
  let rig: Rig;
  let okta: OktaSimulator;
  let key: IntegrationKey;

  beforeEach(async () => {
    [rig, okta] = await Promise.all([Rig.start({ real: true }), OktaSimulator.start()]);
    key = await rig.integration(okta.domain, okta.apiToken);
  });

  afterEach(async () => {
    await rig.stop();
    await okta.stop();
  });

  async function people(count: number): Promise<string[]> {
    const added = okta.addPeople(count);
    return Promise.all(
      added.map((user) => rig.person(key, { externalId: user.id, userName: String(user.profile.login) })),
    );
  }

  function status(checks: HealthCheck[]): Record<string, CheckStatus> {
    return Object.fromEntries(checks.map((check) => [check.name, check.status]));
  }

  it('ends with the true-set of the ledger: one POST per change, nothing but the attribute in it', async () => {
    okta.addAttribute();
    const ids = await people(30);
    await Promise.all(ids.slice(0, 20).map((id) => rig.bind(key, id)));
    await eventually(() => expect(okta.trueSet()).toHaveLength(20));
    await Promise.all(ids.slice(0, 5).map((id) => rig.change(key, id, { passkeys: 0 })));
    await Promise.all(ids.slice(5, 8).map((id) => rig.change(key, id, { active: false })));
    await eventually(() => expect(okta.trueSet()).toHaveLength(12));
    for (const id of ids.slice(0, 20)) await rig.settles(id, { state: 'IN_SYNC' });
    expect(okta.writes.all).toHaveLength(28);
    for (const write of okta.writes.all) {
      expect(write).toMatchObject({ method: 'POST', status: 200, changed: true });
      expect(write.body).toEqual({ profile: { byndidRegistered: expect.any(Boolean) } });
    }
  });

  it('reports a missing attribute, creates it, and then writes all due values', async () => {
    const [ada = ''] = await people(1);
    const doctor = rig.of(Doctor);
    const caller = systemCaller(key.tenantId, 'test');
    expect(status(await doctor.examine(caller, key.integrationId))).toMatchObject({
      'okta-domain': CheckStatus.OK,
      'okta-credentials': CheckStatus.OK,
      'okta-attribute': CheckStatus.FAIL,
      'scim-requests': CheckStatus.WARN,
    });
    await rig.bind(key, ada);
    await eventually(async () => expect((await rig.row(ada))?.last_error).toContain('is missing'));
    expect(status(await doctor.createAttribute(caller, key.integrationId))).toMatchObject({
      'okta-attribute': CheckStatus.OK,
    });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
    expect(okta.trueSet()).toHaveLength(1);
  });

  it('distinguishes a refused token from a dead domain', async () => {
    const doctor = rig.of(Doctor);
    const caller = systemCaller(key.tenantId, 'test');
    await rig.configure(key, { oktaDomain: okta.domain, apiToken: 'wrong' });
    expect(status(await doctor.examine(caller, key.integrationId))).toMatchObject({
      'okta-domain': CheckStatus.OK,
      'okta-credentials': CheckStatus.FAIL,
    });
    await rig.configure(key, { oktaDomain: '127.0.0.1:9', apiToken: 'x' });
    expect(status(await doctor.examine(caller, key.integrationId))).toMatchObject({
      'okta-domain': CheckStatus.FAIL,
      'okta-credentials': CheckStatus.UNKNOWN,
    });
  });

  it('needs no second write when an answer was lost after the write was carried out', async () => {
    okta.addAttribute();
    const [ada = ''] = await people(1);
    okta.org.faults.set([{ kinds: ['reset-after'], times: 1, method: 'POST' }]);
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true, unsure: false });
    expect(okta.writes.all).toHaveLength(1);
  });

  it('sends no request to the org after a 429 until the reset', async () => {
    okta.addAttribute();
    const ids = await people(10);
    okta.org.faults.set([{ kinds: ['rate-limited'], times: 1, method: 'POST' }]);
    for (const id of ids) await rig.bind(key, id);
    await eventually(async () => {
      const [quota] = await rig.database.query<{ blocked_until: Date | null }>(
        `select blocked_until from okta_quotas where bucket = 'users.write'`,
      );
      expect(quota?.blocked_until?.getTime()).toBeGreaterThan(Date.now());
    });
    const written = okta.writes.accepted.length;
    expect(written).toBeLessThanOrEqual(8);
    expect(await rig.database.query(`select 1 from registrations where state = 'PARKED'`)).toEqual([]);
  });
});
