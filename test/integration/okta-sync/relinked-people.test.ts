import type { IntegrationKey } from '@rollcall/directory';
import { ReconciliationService, RegistrationRetrier } from '@rollcall/okta-sync';
import { WebhookEvent, WebhooksService } from '@rollcall/webhooks';
import { systemCaller, type Caller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type LedgerRow, type Rig, rigForEach } from './rig.js';

const REFUSED = { kind: 'ERROR' as const, status: 403, code: 'E0000006', summary: 'refused', resetAt: undefined };
const DOWN = { kind: 'ERROR' as const, status: 503, code: undefined, summary: 'down', resetAt: undefined };

/**
 * The Okta user that a person was linked to before still exists. If its attribute stayed true, this user would have no
 * passkey and could not sign in.
 */
describe('the Okta user to which a person was linked before', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
    caller = systemCaller(key.tenantId, 'test');
    rig.okta.addUser({ id: '00unew' });
  });

  async function ownerless(): Promise<LedgerRow[]> {
    return rig.database.query<LedgerRow>(
      `select r.* from registrations r left join identities i on i.id = r.identity_id where i.id is null`,
    );
  }

  /**
   * Makes waiting rows due at once, so that the test need not wait. They wait in case an earlier write is still under
   * way, and there is none.
   */
  async function expectRegistered(...ids: string[]): Promise<void> {
    await eventually(async () => {
      await rig.database.execute(
        `update registrations set due_at = now() where due_at > now() and locked_by is null and state = 'PENDING'`,
      );
      expect(rig.okta.registeredIds().toSorted()).toEqual(ids.toSorted());
      expect(await ownerless()).toEqual([]);
      expect(await rig.database.query('select 1 from registrations where due_at is not null')).toEqual([]);
    });
  }

  it('is set to false, and the next reconciliation finds no difference', async () => {
    const ada = await rig.registered(key, '00uold');
    await rig.move(key, ada, '00unew');
    await expectRegistered('00unew');
    expect(await rig.row(ada)).toMatchObject({ okta_user_id: '00unew', confirmed: true });
    const service = rig.of(ReconciliationService);
    const { id } = await service.start(caller, { integrationId: key.integrationId });
    await eventually(async () =>
      expect(await service.get(caller, id)).toMatchObject({ status: 'SUCCEEDED', drifted: 0 }),
    );
  });

  it('is set to false when the passkey is revoked together with the change of the id', async () => {
    const ada = await rig.registered(key, '00uold');
    const release = rig.okta.hold();
    await rig.move(key, ada, '00unew');
    await rig.change(key, ada, { passkeys: 0 });
    release();
    await expectRegistered();
  });

  it('is set to false although a write got no answer and the worker ended before it could read the user again', async () => {
    const ada = await rig.person(key, { externalId: '00uold' });
    rig.okta.applyThenFail(DOWN);
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'RETRYING' });
    await rig.stopProcesses();
    await rig.startProcess(false);
    expect(await rig.row(ada)).toMatchObject({ confirmed: false });
    expect(rig.okta.registeredIds()).toEqual(['00uold']);
    await rig.move(key, ada, '00unew');
    await rig.startProcess();
    await expectRegistered('00unew');
  });

  it('is set to false although the worker died after it had found and written the user, before it could record that', async () => {
    const ada = await rig.person(key, { externalId: '00uold' });
    await rig.stopProcesses();
    await rig.startProcess(false);
    await rig.bind(key, ada);
    await rig.database.execute(`update registrations set locked_by = gen_random_uuid(), locked_until = now()`);
    rig.okta.users.get('00uold')!.registered = true;
    await rig.move(key, ada, '00unew');
    expect(await ownerless()).toMatchObject([{ okta_user_id: '00uold', unsure: true }]);
    await rig.startProcess();
    await rig.settles(ada, { state: 'IN_SYNC', okta_user_id: '00unew', confirmed: true });
    await expectRegistered('00unew');
  });

  it('is set to false by another worker when the first one ended', async () => {
    const ada = await rig.registered(key, '00uold');
    rig.okta.hidden.set('00uold', DOWN);
    await rig.move(key, ada, '00unew');
    await rig.settles(ada, { state: 'IN_SYNC', okta_user_id: '00unew', confirmed: true });
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'RETRYING' }]));
    await rig.stopProcesses();
    rig.okta.hidden.clear();
    await rig.startProcess();
    await expectRegistered('00unew');
  });

  it('is parked when Okta refuses, and delays no other user', async () => {
    const ada = await rig.registered(key, '00uold');
    rig.okta.hidden.set('00uold', REFUSED);
    await rig.move(key, ada, '00unew');
    await rig.settles(ada, { state: 'IN_SYNC', okta_user_id: '00unew', confirmed: true });
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'PARKED', due_at: null }]));
  });

  it('is set to false although the last known value is false', async () => {
    const ada = await rig.registered(key, '00uold');
    await rig.change(key, ada, { passkeys: 0 });
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
    rig.okta.applyThenFail(DOWN);
    const release = await rig.holdRequest(() => rig.bind(key, ada));
    await rig.change(key, ada, { passkeys: 0 });
    await rig.move(key, ada, '00unew');
    release();
    await expectRegistered();
    expect(rig.okta.writes.at(-1)).toMatchObject({ userId: '00uold', registered: false });
  });

  it('is not announced as unregistered', async () => {
    await rig.of(WebhooksService).create(caller, {
      url: 'https://hooks.example.com/all',
      events: [WebhookEvent.REGISTERED, WebhookEvent.UNREGISTERED],
    });
    const ada = await rig.registered(key, '00uold');
    rig.okta.failWrites(DOWN);
    await rig.move(key, ada, '00unew');
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'RETRYING', confirmed: null }]));
    rig.okta.heal();
    await expectRegistered('00unew');
    const told = await rig.database.query<{ type: string; subject: string }>(
      'select type, subject from webhook_messages',
    );
    expect(new Set(told.map(({ type, subject }) => `${type} ${subject}`))).toEqual(
      new Set([`${WebhookEvent.REGISTERED} ${ada}`]),
    );
    expect(await rig.database.query('select 1 from registration_events where identity_id <> $1', [ada])).toEqual([]);
  });

  it('waits while the integration is disabled', async () => {
    const ada = await rig.registered(key, '00uold');
    rig.okta.hidden.set('00uold', DOWN);
    await rig.move(key, ada, '00unew');
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'RETRYING' }]));
    await rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: false });
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'DISABLED' }]));
    rig.okta.hidden.clear();
    await rig.configure(key, { oktaDomain: 'acme.okta.com', enabled: true });
    await expectRegistered('00unew');
  });

  it('is not searched in another org', async () => {
    const ada = await rig.registered(key, '00uold');
    rig.okta.hidden.set('00uold', DOWN);
    await rig.move(key, ada, '00unew');
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'RETRYING' }]));
    rig.okta.reads.length = 0;
    await rig.configure(key, { oktaDomain: 'other.okta.com', apiToken: 'token' });
    await eventually(async () => expect(await ownerless()).toEqual([]));
    expect(rig.okta.reads).not.toContain('00uold');
  });

  it.each([
    ['of this integration', false],
    ['of another integration with the same org', true],
  ])('stays true when another identity %s is linked to the same user and is registered', async (_, elsewhere) => {
    const ada = await rig.registered(key, '00uold');
    await rig.registered(elsewhere ? await rig.integration() : key, '00uold');
    await rig.move(key, ada, '00unew');
    await expectRegistered('00unew', '00uold');
  });

  it('is true in the end when another identity was linked to the user while the user was being set to false', async () => {
    const ada = await rig.registered(key, '00uold');
    const write = rig.okta.setRegistered.bind(rig.okta);
    let successor: string | undefined;
    rig.okta.setRegistered = async (org, userId, value) => {
      if (userId === '00uold' && !value && !successor) {
        successor = await rig.person(key, { externalId: '00uold', inOkta: false });
        await rig.bind(key, successor);
      }
      return write(org, userId, value);
    };
    await rig.move(key, ada, '00unew');
    await eventually(async () =>
      expect(rig.okta.writes).toContainEqual(expect.objectContaining({ userId: '00uold', registered: false })),
    );
    await expectRegistered('00unew', '00uold');
    expect(successor).toBeDefined();
  });

  it('is not forgotten when the person is linked back and away again while Okta does not answer', async () => {
    const ada = await rig.registered(key, '00uold');
    rig.okta.hidden.set('00uold', DOWN);
    await rig.move(key, ada, '00unew');
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'RETRYING' }]));
    await rig.move(key, ada, '00uold');
    await rig.settles(ada, { state: 'RETRYING' });
    await rig.of(RegistrationRetrier).retry(caller, key.integrationId);
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'RETRYING', seq: '2' }]));
    await rig.move(key, ada, '00unew');
    await rig.settles(ada, { okta_user_id: '00unew', state: 'IN_SYNC' });
    rig.okta.hidden.clear();
    await expectRegistered('00unew');
  });

  it('is given up when deleted in Okta, although the person is linked to the same user again', async () => {
    const ada = await rig.registered(key, '00uold');
    const { login } = rig.okta.users.get('00uold')!;
    rig.okta.hidden.set('00uold', DOWN);
    await rig.move(key, ada, '00unew');
    await eventually(async () => expect(await ownerless()).toMatchObject([{ state: 'RETRYING' }]));
    rig.okta.users.delete('00uold');
    rig.okta.users.get('00unew')!.login = login;
    await rig.move(key, ada, '00uold');
    rig.okta.hidden.clear();
    await expectRegistered('00unew');
    expect(await rig.row(ada)).toMatchObject({ okta_user_id: '00unew', confirmed: true });
  });

  it("has the person's value in the end when the person is linked away and back during the write", async () => {
    const ada = await rig.registered(key, '00uold');
    for (let round = 0; round < 8; round += 1) {
      for (const id of ['00unew', '00uold', '00unew', '00uold', '00unew']) await rig.move(key, ada, id);
      await expectRegistered('00unew');
      await rig.move(key, ada, '00uold');
      await expectRegistered('00uold');
    }
  });
});
