import { createHmac } from 'node:crypto';
import type { IntegrationKey } from '@rollcall/directory';
import { ReconciliationService, WebhookEvent, WebhooksService } from '@rollcall/okta-sync';
import { systemCaller, type Caller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { Rig } from './rig.js';

jest.setTimeout(60_000);

const ALL = [WebhookEvent.REGISTERED, WebhookEvent.UNREGISTERED, WebhookEvent.DRIFT_FOUND, WebhookEvent.SYNC_PAUSED];

describe('webhooks', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;
  let service: WebhooksService;

  beforeEach(async () => {
    rig = await Rig.start();
    key = await rig.integration();
    caller = systemCaller(key.tenantId, 'test');
    service = rig.of(WebhooksService);
  });

  afterEach(async () => {
    await rig.stop();
  });

  function types(): string[] {
    return rig.webhooks.sent.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  it('tell, signed, when somebody is registered and no longer is', async () => {
    const { secret } = await service.create(caller, { url: 'https://example.com/hook', events: ALL });
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await eventually(() => expect(types()).toEqual(['registration.registered']));
    await rig.change(key, ada, { passkeys: 0 });
    await eventually(() => expect(types()).toEqual(['registration.registered', 'registration.unregistered']));
    for (const { headers, body } of rig.webhooks.sent) {
      const input = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const expected = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
        .update(input)
        .digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${expected}`);
      expect(JSON.parse(body)).toMatchObject({ data: { integrationId: key.integrationId, identityId: ada } });
    }
  });

  it('tell of a pause and of drift, and of nothing that was not asked for', async () => {
    await service.create(caller, {
      url: 'https://example.com/some',
      events: [WebhookEvent.DRIFT_FOUND, WebhookEvent.SYNC_PAUSED],
    });
    rig.okta.addUser({ id: '00ustranger', registered: true });
    await rig.of(ReconciliationService).start(caller, { integrationId: key.integrationId, dryRun: true });
    await eventually(() => expect(types()).toEqual(['reconciliation.drift_found']));
    rig.okta.failNext({ kind: 'ERROR', status: 401, code: 'E0000011', summary: 'Invalid token', resetAt: undefined });
    await rig.bind(key, await rig.person(key));
    await eventually(() => expect(types()).toContain('registration_sync.paused'));
    expect(types()).not.toContain('registration.registered');
  });

  it('are tried again with the same id until they are taken', async () => {
    rig.webhooks.status = 500;
    const { endpoint } = await service.create(caller, { url: 'https://example.com/hook', events: ALL });
    await service.test(caller, endpoint.id);
    await eventually(() => expect(rig.webhooks.sent).toHaveLength(1));
    rig.webhooks.status = 200;
    await eventually(async () => {
      const [message] = await rig.database.query<{ delivered_at: Date | null }>(
        `select delivered_at from webhook_messages`,
      );
      expect(message?.delivered_at).not.toBeNull();
    });
    expect(new Set(rig.webhooks.sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('end when the receiver is gone', async () => {
    rig.webhooks.status = 410;
    const { endpoint } = await service.create(caller, { url: 'https://example.com/hook', events: ALL });
    await service.test(caller, endpoint.id);
    await eventually(async () => expect((await service.list(caller))[0]?.disabled_at).not.toBeNull());
    await expect(service.test(caller, endpoint.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
