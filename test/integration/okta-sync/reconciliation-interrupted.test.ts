import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncListener, RegistrationSyncService } from '@rollcall/directory-integration';
import { ReconciliationService } from '@rollcall/okta-sync';
import { systemCaller, type Caller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

const REFUSED = { kind: 'ERROR' as const, status: 403, code: 'E0000006', summary: 'refused', resetAt: undefined };
const DOWN = { kind: 'ERROR' as const, status: 503, code: undefined, summary: 'down', resetAt: undefined };

/** Tests events between the start and the end of a run. */
describe('a reconciliation under way', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
    caller = systemCaller(key.tenantId, 'test');
  });

  async function start(): Promise<string> {
    const run = await rig.of(ReconciliationService).start(caller, { integrationId: key.integrationId });
    return run.id;
  }

  async function runOf(id: string) {
    return rig.of(ReconciliationService).get(caller, id);
  }

  async function ends(id: string) {
    return eventually(async () => {
      const run = await runOf(id);
      expect(run.finished_at).not.toBeNull();
      return run;
    });
  }

  it.each([
    ['goes through our list', 'LIST_OURS'],
    ['waits for its repairs', 'AWAIT'],
  ])('reports the people that Okta refused to answer for, also when its worker ended while it %s', async (_, phase) => {
    const people = await Promise.all(['00uada', '00ubob'].map((externalId) => rig.registered(key, externalId)));
    const admin = await rig.registered(key, '00uadmin');
    for (const id of people) rig.okta.users.get((await rig.row(id))?.okta_user_id ?? '')!.registered = false;
    await rig.database.execute(`update identities set active_passkeys = 0 where id = $1`, [admin]);
    rig.okta.hidden.set('00uadmin', REFUSED);
    rig.okta.failWrites(DOWN);
    if (phase === 'LIST_OURS') rig.okta.hidden.set('00uada', DOWN);
    const id = await start();
    await eventually(async () => expect(await runOf(id)).toMatchObject({ phase, refused: 1 }));
    await rig.stopProcesses();
    rig.okta.hidden.delete('00uada');
    await rig.startProcess();
    expect(await runOf(id)).toMatchObject({ finished_at: null });
    rig.okta.heal();
    const run = await ends(id);
    expect(run).toMatchObject({ status: 'FAILED', repaired: 2 });
    expect(run.error).toMatch(/^Okta did not answer for 1 of the people to compare\. Okta answered 403/);
  });

  /** Starts a transaction that saves settings. @returns a function that commits it */
  async function configuring(oktaDomain: string): Promise<() => Promise<void>> {
    const listener = rig.of(RegistrationSyncListener);
    const configured = listener.configured.bind(listener);
    let commit = (): void => undefined;
    const gate = new Promise<void>((resolve) => (commit = resolve));
    const written = new Promise<void>((resolve) => {
      listener.configured = async (...request) => {
        await configured(...request);
        resolve();
        await gate;
      };
    });
    const done = rig.configure(key, { oktaDomain, apiToken: 'token' });
    await written;
    return async () => {
      commit();
      await done;
    };
  }

  /** Creates a difference: a person who is registered in Rollcall but not in Okta. */
  async function differs(): Promise<void> {
    await rig.registered(key, '00uada');
    rig.okta.users.get('00uada')!.registered = false;
  }

  async function expectRefused(id: string): Promise<void> {
    expect(await ends(id)).toMatchObject({
      status: 'FAILED',
      phase: expect.not.stringMatching('AWAIT'),
      repaired: 0,
      error: expect.stringContaining('settings'),
    });
  }

  it('ends if new settings are committed after it has read the old ones, although their transaction is older', async () => {
    await differs();
    const release = rig.okta.hold();
    const commit = await configuring('other.okta.com');
    const id = await start();
    await eventually(async () => expect((await runOf(id)).status).toBe('RUNNING'));
    await commit();
    release();
    await expectRefused(id);
  });

  it('waits for settings that are being saved before it repairs', async () => {
    await differs();
    const release = rig.okta.hold();
    const id = await start();
    await eventually(async () => expect((await runOf(id)).phase).toBe('LIST_OURS'));
    const commit = await configuring('other.okta.com');
    release();
    await eventually(async () => expect((await runOf(id)).finished_at !== null || (await waitsForLock())).toBe(true));
    await commit();
    await expectRefused(id);
  });

  it('requeues no repair if new settings are saved at the same moment', async () => {
    await differs();
    const syncs = rig.of(RegistrationSyncService);
    const find = syncs.find.bind(syncs);
    let late = 1;
    syncs.find = async (...request) => {
      const found = await find(...request);
      const [run] = await rig.database.query(`select 1 from reconciliation_runs where phase = 'REPAIR'`);
      if (run && late-- > 0) await rig.configure(key, { oktaDomain: 'other.okta.com', apiToken: 'token' });
      return found;
    };
    await expectRefused(await start());
  });

  async function waitsForLock(): Promise<boolean> {
    const waiting = await rig.database.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  }
});
