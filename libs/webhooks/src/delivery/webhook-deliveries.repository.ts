import { Injectable } from '@nestjs/common';
import { Database, encodeCursor, isId, keyOf, type Page, type PageRequest, sliceOf, toPage } from '@rollcall/platform';
import type { WebhookMessageRow } from './webhook-message.row.js';

/** A message. `held` is true if its endpoint is disabled. */
export type DeliveryRow = WebhookMessageRow & { held: boolean };

type Positioned = DeliveryRow & { position: string };

const DELIVERY = 'm.*, e.disabled_at is not null as held, m.created_at::text as position';

/** Reads deliveries for administrators. Messages are kept for 90 days. */
@Injectable()
export class WebhookDeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(tenantId: string, endpointId: string, page: PageRequest): Promise<Page<DeliveryRow>> {
    const [createdAt = null, id = null] = keyOf(page, 2, ([, last]) => isId(last ?? '')) ?? [];
    const { beyond, order, limit } = sliceOf(page, 'desc');
    const rows = await this.database.query<Positioned>(
      `select ${DELIVERY} from webhook_messages m
         join webhook_endpoints e on e.tenant_id = m.tenant_id and e.id = m.endpoint_id
       where m.tenant_id = $1 and m.endpoint_id = $2 and ($3::timestamptz is null or (m.created_at, m.id) ${beyond} ($3, $4::uuid))
       order by m.created_at ${order}, m.id ${order} limit $5`,
      [tenantId, endpointId, createdAt, id, limit],
    );
    const count = () => this.count(tenantId, endpointId);
    return toPage(rows, page, count, (row) => encodeCursor([row.position, row.id]));
  }

  async find(tenantId: string, id: string): Promise<DeliveryRow | undefined> {
    const [row] = await this.database.query<DeliveryRow>(
      `select ${DELIVERY} from webhook_messages m
         join webhook_endpoints e on e.tenant_id = m.tenant_id and e.id = m.endpoint_id
       where m.tenant_id = $1 and m.id = $2`,
      [tenantId, id],
    );
    return row;
  }

  /** Makes an undelivered message due now. A worker that has already claimed the message keeps its claim. */
  async makeDue(tenantId: string, id: string): Promise<void> {
    await this.database.execute(
      `update webhook_messages set due_at = now() where tenant_id = $1 and id = $2 and delivered_at is null`,
      [tenantId, id],
    );
  }

  private async count(tenantId: string, endpointId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from webhook_messages where tenant_id = $1 and endpoint_id = $2`,
      [tenantId, endpointId],
    );
    return row?.count ?? 0;
  }
}
