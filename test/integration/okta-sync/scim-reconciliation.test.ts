import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, RegistrationSyncService, ScimRegistrationService } from '@rollcall/directory-integration';
import { Doctor } from '@rollcall/okta-sync';
import { Metrics, systemCaller, type Caller } from '@rollcall/platform';
import { seedIntegration } from '../../support/index.js';
import { scimError } from './faulty-proxy.js';
import { ATTRIBUTE, EXTENSION, RemoteScim } from './remote-scim.js';
import { Rig } from './rig.js';
import { reconcile } from './scim-rig.js';

describe('a SCIM server that is another Rollcall', () => {
  let rig: Rig;
  let remote: RemoteScim;
  let key: IntegrationKey;
  let caller: Caller;

  beforeEach(async () => {
    [rig, remote] = await Promise.all([Rig.start(), RemoteScim.start()]);
    const integrationId = await seedIntegration(rig.database, rig.tenantId, undefined, 'GENERIC_SCIM');
    key = { tenantId: rig.tenantId, integrationId };
    caller = systemCaller(key.tenantId, 'test');
    await configure(remote.client.token);
    await rig.doctorHasBeen();
  });

  afterEach(async () => {
    await rig.stop();
    await remote.stop();
  });

  async function configure(bearerToken: string, baseUrl = remote.baseUrl): Promise<void> {
    const { integrationId } = key;
    const authentication = { bearerToken };
    await rig
      .of(ScimRegistrationService)
      .configure(caller, { integrationId, baseUrl, extension: EXTENSION, authentication });
  }

  async function person(name: string): Promise<{ id: string; there: string }> {
    const there = await remote.addUser(`${name}@example.com`, { externalId: `e-${name}` });
    const id = await rig.person(key, { externalId: `e-${name}`, userName: `${name}@example.com`, inOkta: false });
    return { id, there };
  }

  async function registered(...names: string[]) {
    const people = await Promise.all(names.map(person));
    for (const { id } of people) await rig.bind(key, id);
    for (const { id } of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: true });
    return people;
  }

  async function setThere(id: string, value: boolean): Promise<void> {
    await remote.client.send('PATCH', `/Users/${id}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: `${EXTENSION}:${ATTRIBUTE}`, value }],
    });
  }

  async function run(dryRun: boolean, maxChangeRatio?: number) {
    return reconcile(rig, key, { dryRun, maxChangeRatio });
  }

  describe.each(['cursor', 'index'])('is compared page by page, by %s', (paging) => {
    beforeEach(() => {
      // The server returns two users per page. For paging by index, its ServiceProviderConfig is hidden, so that no cursors are used.
      remote.proxy.rewrite = (path) => path.replace('count=200', 'count=2');
      if (paging === 'cursor') return;
      remote.proxy.fault = ({ path }) => (path.includes('/ServiceProviderConfig') ? scimError(404) : undefined);
    });

    it('finds both directions in a dry run, repairs them through the ledger, and leaves strangers alone', async () => {
      const [lost, ghost, gone, ...others] = await registered('lost', 'ghost', 'gone', 'a', 'b', 'c', 'd');
      const stranger = await remote.addUser('stranger@example.com', { registered: true });
      const never = await person('never');
      await setThere(never.there, true);
      await setThere(lost!.there, false);
      await rig.database.execute('update identities set active_passkeys = 0 where id = $1', [ghost!.id]);
      await remote.client.send('DELETE', `/Users/${gone!.there}`);
      const expected = [
        `SET_FALSE ${ghost!.id}`,
        `SET_FALSE ${never.id}`,
        `SET_TRUE ${lost!.id}`,
        `UNKNOWN_USER ${stranger}`,
        `UNLINKED ${gone!.id}`,
      ].sort();
      remote.proxy.seen.length = 0;

      const dry = await run(true);
      expect(dry.result).toMatchObject({ status: 'SUCCEEDED', drifted: 5, repaired: 0, error: null });
      expect(dry.drift).toEqual(expected);
      expect(remote.proxy.countOf('PATCH')).toBe(0);
      const pages = remote.proxy.seen.filter(({ path }) => path.includes('count=200'));
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.every(({ path }) => path.includes(paging === 'cursor' ? 'cursor=' : 'startIndex='))).toBe(true);
      expect(dry.result.okta_requests).toBe(remote.proxy.seen.length);

      const real = await run(false);
      expect(real.result).toMatchObject({ status: 'SUCCEEDED', drifted: 5, repaired: 3, failed: 0 });
      expect(await remote.flag(lost!.there)).toBe(true);
      expect(await remote.flag(ghost!.there)).toBe(false);
      expect(await remote.flag(never.there)).toBe(false);
      expect(await remote.flag(stranger)).toBe(true);
      for (const { there } of others) expect(await remote.flag(there)).toBe(true);
      expect(remote.proxy.countOf('PATCH')).toBe(3);
    });
  });

  it('is not repaired beyond the safety cap', async () => {
    const people = await registered(...Array.from({ length: 12 }, (_, index) => `p${index}`));
    for (const { there } of people) await setThere(there, false);
    const refused = await run(false);
    expect(refused.result).toMatchObject({ status: 'FAILED', error: expect.stringContaining('SAFETY_CAP') as string });
    expect((await run(false, 1)).result).toMatchObject({ status: 'SUCCEEDED', repaired: 12 });
  });

  it('passes the health checks, which report what is wrong if one fails', async () => {
    const examine = async () => {
      const checks = await rig.of(Doctor).examine(caller, key.integrationId);
      return Object.fromEntries(checks.map(({ name, status }) => [name, status]));
    };
    const { OK, FAIL, UNKNOWN, WARN } = CheckStatus;
    const well = {
      'target-server': OK,
      'target-credentials': OK,
      'target-filter': OK,
      'target-patch': OK,
      'target-paging': OK,
      'target-attribute': OK,
      'target-rate': OK,
      'target-last-write': OK,
      'registration-sync': OK,
      groups: OK,
      reconciliation: OK,
      'scim-requests': WARN,
      'directory-changes': OK,
    };
    expect(await examine()).toEqual(well);
    await remote.addAttribute({ type: 'string' });
    expect(await examine()).toMatchObject({ 'target-credentials': OK, 'target-attribute': FAIL });
    await remote.removeAttribute();
    expect(await examine()).toMatchObject({ 'target-filter': FAIL, 'target-attribute': FAIL });
    await remote.addAttribute();
    remote.proxy.fault = ({ path }) =>
      path.includes('/Schemas') || path.includes('/Service') ? scimError(404) : undefined;
    expect(await examine()).toMatchObject({
      'target-filter': OK,
      'target-patch': UNKNOWN,
      'target-attribute': UNKNOWN,
    });
    remote.proxy.fault = () => undefined;
    await configure('dead');
    expect(await examine()).toMatchObject({ 'target-server': OK, 'target-credentials': FAIL });
    await configure('any', `${remote.proxy.origin}/nowhere`);
    expect(await examine()).toMatchObject({ 'target-server': FAIL, 'target-credentials': UNKNOWN });
    await configure('any', 'http://127.0.0.1:9');
    expect(await examine()).toMatchObject({ 'target-server': FAIL, 'target-credentials': UNKNOWN });
  });

  it('is not written to while paused, and counted by the same metrics', async () => {
    const ada = await person('ada');
    const syncs = rig.of(RegistrationSyncService);
    await syncs.pauseByHand(caller, key.integrationId, 'maintenance');
    await rig.bind(key, ada.id);
    await rig.settles(ada.id, { state: 'PENDING' });
    expect(await remote.flag(ada.there)).toBeUndefined();
    await syncs.resume(caller, key.integrationId);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true });
    const { text: metrics } = await rig.of(Metrics).scrape();
    expect(metrics).toContain(
      `rollcall_okta_answers_total{integration="${key.integrationId}",bucket="users.write",status="200"} 1`,
    );
    expect(metrics).toContain(`rollcall_bind_to_okta_seconds_count{integration="${key.integrationId}"} 1`);
  });
});
