import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, IntegrationChecks, RegistrationSyncService } from '@rollcall/directory-integration';
import { Doctor } from '@rollcall/okta-sync';
import { systemCaller, type Caller } from '@rollcall/platform';
import { OktaSimulator } from '../../../apps/okta-simulator/src/index.js';
import { eventually } from '../../support/index.js';
import { CurrentChecks } from '../../../libs/okta-sync/src/health/current-checks.js';
import { Rig } from './rig.js';

describe('the doctor', () => {
  let rig: Rig;
  let okta: OktaSimulator;
  let key: IntegrationKey;
  let caller: Caller;

  beforeEach(async () => {
    [rig, okta] = await Promise.all([Rig.start({ real: true }), OktaSimulator.start({ registrationAttribute: true })]);
    key = await rig.integration(okta.domain, okta.apiToken);
    caller = systemCaller(key.tenantId, 'test');
  });

  afterEach(async () => {
    await rig.stop();
    await okta.stop();
  });

  async function examine(): Promise<Record<string, CheckStatus>> {
    const checks = await rig.of(Doctor).examine(caller, key.integrationId);
    return Object.fromEntries(checks.map((check) => [check.name, check.status]));
  }

  async function pause(reason: string): Promise<void> {
    const syncs = rig.of(RegistrationSyncService);
    await syncs.pause((await syncs.find(key.tenantId, key.integrationId))!, reason);
  }

  it("finds out from the token's owner whether the token may edit people", async () => {
    expect(await examine()).toMatchObject({ 'okta-rights': CheckStatus.OK });
    const admin = okta.person('admin@okta.example');
    const apiToken = okta.org.tokens.create({ ownerId: admin.id, role: 'read-only' });
    await rig.configure(key, { oktaDomain: okta.domain, apiToken });
    expect(await examine()).toMatchObject({ 'okta-rights': CheckStatus.FAIL });
  });

  it('names a missing attribute by a code', async () => {
    okta.removeAttribute();
    const found = await rig.of(Doctor).examine(caller, key.integrationId);
    expect(found.find(({ name }) => name === 'okta-attribute')).toMatchObject({ code: 'ATTRIBUTE_MISSING' });
    const stored = await rig.of(IntegrationChecks).list(key.tenantId, key.integrationId);
    expect(stored.filter(({ code }) => code !== null).map(({ code }) => code)).toEqual(['ATTRIBUTE_MISSING']);
  });

  it('shows the last SCIM request and a pause as they are now, not as they were when the doctor last ran', async () => {
    await examine();
    const health = async () => {
      const checks = await rig.of(CurrentChecks).listMany(key.tenantId, [key.integrationId]);
      const found = new Map(checks.get(key.integrationId)?.map((check) => [check.name, check]));
      return [found.get('scim-requests')?.status, found.get('registration-sync')?.message];
    };
    expect(await health()).toEqual([CheckStatus.WARN, 'Changes are written as they happen.']);
    await rig.database.execute(`update directory_integrations set last_scim_request_at = now()`);
    await pause('The token is dead');
    expect(await health()).toEqual([CheckStatus.OK, 'Paused: The token is dead']);
  });

  it('warns of a refused credential of the integration, and of unknown tokens only before the first accepted request', async () => {
    const status = async () => {
      const checks = await rig.of(CurrentChecks).listMany(key.tenantId, [key.integrationId]);
      const found = checks.get(key.integrationId)?.find(({ name }) => name === 'scim-requests');
      return [found?.status, /not accepted/.test(found?.message ?? '')];
    };
    await examine();
    await rig.database.execute(
      `insert into scim_requests (tenant_id, integration_id, id, at, method, path, status, duration_ms, authenticated)
       values ($1, $2, gen_random_uuid(), now() + interval '1 hour', 'GET', '/Users', 401, 1, false)`,
      [key.tenantId, key.integrationId],
    );
    expect(await status()).toEqual([CheckStatus.WARN, true]);
    await rig.database.execute(`update directory_integrations set last_scim_request_at = now()`);
    expect(await status()).toEqual([CheckStatus.OK, false]);
    await rig.database.execute(
      `insert into scim_credentials (tenant_id, id, integration_id, type, secret_hash, last_four, scopes, refused_at)
       values ($1, gen_random_uuid(), $2, 'BEARER_TOKEN', '\\x00', '0000', '{}', now() + interval '1 minute')`,
      [key.tenantId, key.integrationId],
    );
    expect(await status()).toEqual([CheckStatus.WARN, true]);
  });

  it('shows no earlier result as true once Okta refuses the token', async () => {
    okta.addRoutingRule('byndidRegistered', 'true');
    expect(await examine()).toMatchObject({ 'okta-routing-rule': CheckStatus.OK, 'okta-token-use': CheckStatus.OK });
    okta.org.tokens.revoke(okta.apiToken);
    await examine();
    const checks = (await rig.of(CurrentChecks).listMany(key.tenantId, [key.integrationId])).get(key.integrationId)!;
    const asked = checks.filter(({ name }) => name.startsWith('okta-') && !/domain|credentials|rate-limit/.test(name));
    expect(asked.map(({ name, status }) => [name, status])).toEqual(
      asked.map(({ name }) => [name, CheckStatus.UNKNOWN]),
    );
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(['okta-routing-rule', 'okta-token-use']));
  });

  it('counts groups as they are now, not as they were when the doctor last ran', async () => {
    await examine();
    await rig.database.execute(
      `insert into groups (tenant_id, integration_id, id, display_name) values ($1, $2, gen_random_uuid(), 'Sales')`,
      [key.tenantId, key.integrationId],
    );
    const checks = (await rig.of(CurrentChecks).listMany(key.tenantId, [key.integrationId])).get(key.integrationId)!;
    expect(checks.find(({ name }) => name === 'groups')?.message).toBe('1 group was pushed.');
  });

  it('forgets checks that no longer apply', async () => {
    const gone = {
      name: 'okta-gone',
      status: CheckStatus.OK,
      message: 'Of an earlier release.',
      checkedAt: new Date(),
    };
    await rig.of(IntegrationChecks).save(key.tenantId, key.integrationId, [gone]);
    expect(await examine()).not.toHaveProperty('okta-gone');
    const stored = await rig.of(IntegrationChecks).list(key.tenantId, key.integrationId);
    expect(stored.map(({ name }) => name)).not.toContain('okta-gone');
  });

  it('reports a routing rule that never matches, and accepts the right rule', async () => {
    expect(await examine()).toMatchObject({ 'okta-routing-rule': CheckStatus.WARN });
    okta.addRoutingRule('byndidRegistered', 'True');
    expect(await examine()).toMatchObject({ 'okta-routing-rule': CheckStatus.FAIL });
    okta.addRoutingRule('byndidRegistered', 'true');
    expect(await examine()).toMatchObject({
      'okta-domain': CheckStatus.OK,
      'okta-credentials': CheckStatus.OK,
      'okta-attribute': CheckStatus.OK,
      'okta-routing-rule': CheckStatus.OK,
      'okta-clock': CheckStatus.OK,
      'registration-sync': CheckStatus.OK,
    });
  });

  it('runs by itself after the settings changed', async () => {
    await eventually(async () => {
      const checks = await rig.of(IntegrationChecks).list(key.tenantId, key.integrationId);
      expect(checks.map((check) => check.name)).toContain('okta-attribute');
    });
  });

  it('ends a pause whose cause was fixed in Okta, but not a pause by an administrator', async () => {
    await pause('The attribute was missing');
    await rig.stopProcesses();
    await rig.database.execute(`update doctor_visits set visited_at = now() - interval '10 minutes'`);
    await rig.startProcess();
    await eventually(async () => {
      expect((await rig.of(RegistrationSyncService).find(key.tenantId, key.integrationId))?.pausedReason).toBeNull();
    });
    await pause('Paused by Ada');
    await rig.stopProcesses();
    await rig.database.execute(`update doctor_visits set visited_at = now() - interval '10 minutes'`);
    await rig.startProcess();
    await eventually(async () => {
      const [visit] = await rig.database.query<{ fresh: boolean }>(
        `select visited_at > now() - interval '1 minute' as fresh from doctor_visits`,
      );
      expect(visit?.fresh).toBe(true);
    });
    expect((await rig.of(RegistrationSyncService).find(key.tenantId, key.integrationId))?.pausedReason).toBe(
      'Paused by Ada',
    );
  });
});
