import { Injectable } from '@nestjs/common';
import { DomainError, isId, type Caller, type Page, type PageRequest } from '@rollcall/platform';
import { WebhookDeliveriesRepository, type DeliveryRow } from './webhook-deliveries.repository.js';

/** Messages to webhooks, and the answers to them. */
@Injectable()
export class WebhookDeliveries {
  constructor(private readonly repository: WebhookDeliveriesRepository) {}

  /** Newest first; empty if the endpoint does not exist. */
  async list({ tenantId }: Caller, endpointId: string, page: PageRequest): Promise<Page<DeliveryRow>> {
    return this.repository.list(tenantId, endpointId, page);
  }

  /** Makes the message due now; its id stays the same. @throws NOT_FOUND, CONFLICT if it was delivered or its endpoint is paused */
  async retry({ tenantId }: Caller, id: string): Promise<DeliveryRow> {
    const row = await this.find(tenantId, id);
    if (row.delivered_at) throw DomainError.conflict('This message has arrived already');
    if (row.held) throw DomainError.conflict('This webhook is paused: resume it first');
    await this.repository.makeDue(tenantId, id);
    return this.find(tenantId, id);
  }

  private async find(tenantId: string, id: string): Promise<DeliveryRow> {
    const row = isId(id) ? await this.repository.find(tenantId, id) : undefined;
    if (!row) throw DomainError.notFound('Webhook delivery', id);
    return row;
  }
}
