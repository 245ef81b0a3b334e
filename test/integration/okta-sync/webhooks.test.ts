import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IntegrationKey } from '@rollcall/directory';
import { ReconciliationService } from '@rollcall/okta-sync';
import { WebhookEvent, WebhooksService } from '@rollcall/webhooks';
import { systemCaller, type Caller } from '@rollcall/platform';
import { WebhookDeliveries } from '../../../libs/webhooks/src/delivery/webhook-deliveries.js';
import type { DeliveryRow } from '../../../libs/webhooks/src/delivery/webhook-deliveries.repository.js';
import { eventually, seedTenant } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

const ALL = [WebhookEvent.REGISTERED, WebhookEvent.UNREGISTERED, WebhookEvent.DRIFT_FOUND, WebhookEvent.SYNC_PAUSED];

describe('webhooks', () => {
  let rig: Rig;
  let key: IntegrationKey;
  let caller: Caller;
  let service: WebhooksService;
  let deliveries: WebhookDeliveries;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
    caller = systemCaller(key.tenantId, 'test');
    service = rig.of(WebhooksService);
    deliveries = rig.of(WebhookDeliveries);
  });

  function types(): string[] {
    return rig.webhooks.sent.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  async function newest(endpointId: string): Promise<DeliveryRow | undefined> {
    return (await deliveries.list(caller, endpointId, { first: 1 })).nodes[0];
  }

  it('report, signed, when a person is registered and no longer is', async () => {
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

  it('report a pause and drift, and nothing that was not subscribed', async () => {
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

  it('are not delayed by a receiver that gives no answer', async () => {
    const { endpoint: dead } = await service.create(caller, { url: 'https://dead.example.com/', events: ALL });
    const { endpoint: alive } = await service.create(caller, { url: 'https://alive.example.com/', events: ALL });
    const attempts: string[] = [];
    rig.webhooks.send = async (url) => {
      attempts.push(url);
      if (url !== dead.url) return 204;
      await sleep(50);
      throw new Error('timed out');
    };
    await rig.database.execute(
      `insert into webhook_messages (tenant_id, id, endpoint_id, type, subject, data, due_at)
       select $1, gen_random_uuid(), case when n <= 40 then $2::uuid else $3::uuid end, 'webhook.test', 's', '{}',
         now() - interval '1 hour' + n * interval '1 second' from generate_series(1, 41) n`,
      [key.tenantId, dead.id, alive.id],
    );
    await eventually(() => expect(attempts).toContain(alive.url));
    expect(attempts.indexOf(alive.url)).toBeLessThanOrEqual(16);
  });

  it('end when the receiver answers that it is gone', async () => {
    rig.webhooks.status = 410;
    const { endpoint } = await service.create(caller, { url: 'https://example.com/hook', events: ALL });
    await service.test(caller, endpoint.id);
    await eventually(async () => expect((await service.list(caller))[0]?.disabled_at).not.toBeNull());
    await expect(service.test(caller, endpoint.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are listed newest first, with their results', async () => {
    const { endpoint } = await service.create(caller, { url: 'https://example.com/hook', events: ALL });
    rig.webhooks.status = 500;
    await service.test(caller, endpoint.id);
    await eventually(async () => expect((await newest(endpoint.id))?.last_status).toBe(500));
    expect(await newest(endpoint.id)).toMatchObject({ last_error: 'The receiver answered 500', delivered_at: null });
    rig.webhooks.status = 200;
    await eventually(async () => expect((await newest(endpoint.id))?.last_status).toBe(200));
    await service.test(caller, endpoint.id);
    const first = await deliveries.list(caller, endpoint.id, { first: 1 });
    expect(first).toMatchObject({ hasNextPage: true, nodes: [{ type: 'webhook.test' }] });
    const second = await deliveries.list(caller, endpoint.id, { first: 1, after: String(first.cursors[0]) });
    expect(second).toMatchObject({ hasNextPage: false, nodes: [{ last_status: 200 }] });
    const stranger = systemCaller(await seedTenant(rig.database, 'Other'), 'test');
    expect((await deliveries.list(stranger, endpoint.id, { first: 1 })).nodes).toEqual([]);
    await expect(deliveries.retry(stranger, String(first.nodes[0]?.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are sent again on request, unless they arrived', async () => {
    const { endpoint } = await service.create(caller, { url: 'https://example.com/hook', events: ALL });
    rig.webhooks.status = 500;
    await service.test(caller, endpoint.id);
    await eventually(async () => expect((await newest(endpoint.id))?.last_status).toBe(500));
    await rig.database.execute(`update webhook_messages set due_at = null`);
    rig.webhooks.status = 200;
    const { id } = await deliveries.retry(caller, String((await newest(endpoint.id))?.id));
    await eventually(async () => expect((await newest(endpoint.id))?.delivered_at).not.toBeNull());
    await expect(deliveries.retry(caller, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('wait while their endpoint is paused; events during the pause are not sent', async () => {
    const { endpoint } = await service.create(caller, { url: 'https://example.com/hook', events: ALL });
    rig.webhooks.status = 500;
    await service.test(caller, endpoint.id);
    await eventually(async () => expect((await newest(endpoint.id))?.last_status).toBe(500));
    expect(await service.pause(caller, endpoint.id)).toMatchObject({ disabled_reason: 'Paused by test' });
    rig.webhooks.status = 200;
    expect(await newest(endpoint.id)).toMatchObject({ held: true, due_at: null });
    const ada = await rig.person(key);
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
    expect(await service.resume(caller, endpoint.id)).toMatchObject({ disabled_at: null });
    await eventually(async () => expect((await newest(endpoint.id))?.delivered_at).not.toBeNull());
    expect(types()).not.toContain('registration.registered');
  });
});
