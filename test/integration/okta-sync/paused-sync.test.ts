import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, RegistrationSyncService } from '@rollcall/directory-integration';
import { Doctor, ReconciliationService } from '@rollcall/okta-sync';
import { systemCaller, type Caller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

describe('a paused registration sync', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
    caller = systemCaller(key.tenantId, 'test');
  });

  async function pause(reason: string): Promise<void> {
    const syncs = rig.of(RegistrationSyncService);
    await syncs.pause((await syncs.find(key.tenantId, key.integrationId))!, reason);
  }

  async function pausedReason(): Promise<string | null | undefined> {
    return (await rig.of(RegistrationSyncService).find(key.tenantId, key.integrationId))?.pausedReason;
  }

  /** Makes the fake Okta create the attribute at once, but show it only after `reads` more reads of the schema. */
  function lagSchema(reads: number): void {
    let left = reads;
    rig.schemas.current = undefined;
    const attribute = { type: 'boolean', title: undefined, master: 'OKTA', permission: 'READ_ONLY' };
    let created = false;
    jest.spyOn(rig.schemas, 'createAttribute').mockImplementation(async () => void (created = true));
    jest
      .spyOn(rig.schemas, 'attribute')
      .mockImplementation(async () => (created && left-- <= 0 ? attribute : undefined));
  }

  it("ends when the attribute has been created, although Okta's schema shows it only later", async () => {
    await rig.doctorHasBeen();
    lagSchema(3);
    await pause('The attribute byndidRegistered is missing');
    const checks = await rig.of(Doctor).createAttribute(caller, key.integrationId);
    const statuses = Object.fromEntries(checks.map(({ name, status }) => [name, status]));
    expect(statuses).toMatchObject({ 'okta-attribute': CheckStatus.OK, 'registration-sync': CheckStatus.OK });
    expect(await pausedReason()).toBeNull();
  });

  it('ends with the first check, scheduled or requested, that no longer finds its cause', async () => {
    await rig.doctorHasBeen();
    await pause('The attribute byndidRegistered is missing');
    const checks = await rig.of(Doctor).examine(caller, key.integrationId);
    expect(checks.find(({ name }) => name === 'registration-sync')?.status).toBe(CheckStatus.OK);
    expect(await pausedReason()).toBeNull();
  });

  it('stays when a person paused it', async () => {
    await rig.of(RegistrationSyncService).pauseByHand(caller, key.integrationId, 'drill');
    await rig.of(Doctor).examine(caller, key.integrationId);
    expect(await pausedReason()).toContain('drill');
  });

  it('is checked again within seconds, and less often after ending the pause did not help', async () => {
    await rig.doctorHasBeen();
    await pause('The attribute byndidRegistered is missing');
    await rig.stopProcesses();
    const visitAge = async (visited: string, lifted: string): Promise<void> => {
      await rig.database.execute(
        `update doctor_visits set visited_at = now() - interval '${visited}', lifted_at = now() - interval '${lifted}'`,
      );
    };
    await visitAge('20 seconds', '20 seconds');
    await rig.startProcess();
    await rig.doctorHasBeen();
    expect(await pausedReason()).not.toBeNull();
    await rig.stopProcesses();
    await visitAge('20 seconds', '1 day');
    await rig.startProcess();
    await eventually(async () => expect(await pausedReason()).toBeNull());
  });

  it('refuses a reconciliation that repairs, and leaves no failed run behind', async () => {
    await rig.of(RegistrationSyncService).pauseByHand(caller, key.integrationId, 'drill');
    const start = rig.of(ReconciliationService).start(caller, { integrationId: key.integrationId });
    await expect(start).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('drill') });
    expect(await rig.database.query('select 1 from reconciliation_runs')).toEqual([]);
  });

  it('ends a run that waits for its repairs as cancelled, not as failed', async () => {
    await rig.registered(key, '00uada');
    rig.okta.users.get('00uada')!.registered = false;
    rig.okta.hangFor(key.integrationId);
    const service = rig.of(ReconciliationService);
    const { id } = await service.start(caller, { integrationId: key.integrationId });
    await rig.of(RegistrationSyncService).pauseByHand(caller, key.integrationId, 'drill');
    rig.okta.unhang();
    await eventually(async () =>
      expect(await service.get(caller, id)).toMatchObject({
        status: 'CANCELLED',
        error: expect.stringContaining('paused or switched off'),
      }),
    );
  });
});
