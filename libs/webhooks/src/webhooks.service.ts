import { Injectable } from '@nestjs/common';
import {
  AppConfig,
  type AuditAction,
  AuditTrail,
  Database,
  DomainError,
  isId,
  requireOutboundUrl,
  type Caller,
  type Tx,
} from '@rollcall/platform';
import type { WebhookEndpointRow } from './webhook-endpoint.row.js';
import { WebhookEvent } from './webhook-event.js';
import { makeWebhookSecret } from './delivery/webhook-signature.js';
import { WebhookRepository } from './webhook.repository.js';

const MAX_ENDPOINTS = 20;

/** Outgoing webhooks of a tenant. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly repository: WebhookRepository,
    private readonly audit: AuditTrail,
    private readonly config: AppConfig,
  ) {}

  /** The returned secret is shown only once. @throws BAD_USER_INPUT (url) */
  async create(
    caller: Caller,
    input: { url: string; events: readonly WebhookEvent[] },
  ): Promise<{ endpoint: WebhookEndpointRow; secret: string }> {
    const url = requireOutboundUrl(input.url, this.config.oktaAllowedHosts, 'url').href;
    const { tenantId } = caller;
    if ((await this.repository.list(tenantId)).length >= MAX_ENDPOINTS)
      throw DomainError.conflict(`There are ${MAX_ENDPOINTS} webhooks already`);
    const secret = makeWebhookSecret();
    const endpoint = await this.database.transaction(async (tx) => {
      const row = await this.repository.insert(tx, tenantId, url, [...new Set(input.events)], secret);
      await this.audit.record(tx, caller, {
        action: 'webhook.created',
        subject: { type: 'webhook', id: row.id },
        detail: { url, events: row.events },
      });
      return row;
    });
    return { endpoint, secret };
  }

  async list({ tenantId }: Caller): Promise<WebhookEndpointRow[]> {
    return this.repository.list(tenantId);
  }

  async find({ tenantId }: Caller, id: string): Promise<WebhookEndpointRow | undefined> {
    return (await this.repository.list(tenantId)).find((endpoint) => endpoint.id === id);
  }

  /**
   * Stops deliveries to the endpoint. Waiting messages are kept until it is resumed; messages for new events are not
   * stored.
   * @throws NOT_FOUND
   */
  async pause(caller: Caller, id: string): Promise<WebhookEndpointRow> {
    return this.switch(caller, id, 'webhook.paused', (tx) =>
      this.repository.disable(tx, caller.tenantId, id, `Paused by ${caller.actor.name}`),
    );
  }

  /** Resumes the endpoint, even if it was disabled because the receiver answered 410. @throws NOT_FOUND */
  async resume(caller: Caller, id: string): Promise<WebhookEndpointRow> {
    return this.switch(caller, id, 'webhook.resumed', (tx) => this.repository.enable(tx, caller.tenantId, id));
  }

  /** Deletes the endpoint and its waiting messages. @throws NOT_FOUND */
  async delete(caller: Caller, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = isId(id) ? await this.repository.delete(tx, caller.tenantId, id) : undefined;
      if (!row) throw DomainError.notFound('Webhook', id);
      await this.audit.record(tx, caller, {
        action: 'webhook.deleted',
        subject: { type: 'webhook', id },
        detail: { url: row.url },
      });
    });
  }

  /** Sends a test message without data. @throws NOT_FOUND if the endpoint does not exist or is disabled */
  async test({ tenantId }: Caller, id: string): Promise<void> {
    const message = { type: WebhookEvent.TEST, subject: id, data: {}, onlyTo: id };
    const published = isId(id) ? await this.repository.publish(this.database, tenantId, message) : 0;
    if (published === 0) throw DomainError.notFound('Webhook', id);
  }

  private async switch(
    caller: Caller,
    id: string,
    action: AuditAction,
    change: (tx: Tx) => Promise<WebhookEndpointRow | undefined>,
  ): Promise<WebhookEndpointRow> {
    return this.database.transaction(async (tx) => {
      const row = isId(id) ? await change(tx) : undefined;
      if (!row) throw DomainError.notFound('Webhook', id);
      await this.audit.record(tx, caller, { action, subject: { type: 'webhook', id }, detail: { url: row.url } });
      return row;
    });
  }
}
