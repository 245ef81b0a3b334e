import { Injectable } from '@nestjs/common';
import { Database, SealedColumns, SecretBox, newId, type Sql } from '@rollcall/platform';
import type { WebhookEndpointRow } from './webhook-endpoint.row.js';
import type { WebhookEvent } from './webhook-event.js';

const LEASE_SECONDS = 30;
const TABLE = 'webhook_endpoints';

/** A claimed message, with the URL and the secret of its endpoint. */
export interface DueMessage {
  tenant_id: string;
  id: string;
  endpoint_id: string;
  type: string;
  data: Record<string, unknown>;
  created_at: Date;
  attempts: number;
  url: string;
  sealed_secret: string;
}

@Injectable()
export class WebhookRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: TABLE,
      column: 'sealed_secret',
      primaryKey: ['tenant_id', 'id'],
      aadOf: ([tenantId = '', id = '']) => aadOf(tenantId, id),
    });
  }

  async insert(
    sql: Sql,
    tenantId: string,
    url: string,
    events: readonly string[],
    secret: string,
  ): Promise<WebhookEndpointRow> {
    const id = newId();
    const [row] = await sql.query<WebhookEndpointRow>(
      `insert into webhook_endpoints (tenant_id, id, url, events, sealed_secret) values ($1, $2, $3, $4, $5) returning *`,
      [tenantId, id, url, events, this.secrets.seal(secret, aadOf(tenantId, id))],
    );
    return row as WebhookEndpointRow;
  }

  async list(tenantId: string): Promise<WebhookEndpointRow[]> {
    return this.database.query<WebhookEndpointRow>(`select * from webhook_endpoints where tenant_id = $1 order by id`, [
      tenantId,
    ]);
  }

  async delete(sql: Sql, tenantId: string, id: string): Promise<WebhookEndpointRow | undefined> {
    const [row] = await sql.query<WebhookEndpointRow>(
      `delete from webhook_endpoints where tenant_id = $1 and id = $2 returning *`,
      [tenantId, id],
    );
    return row;
  }

  /**
   * Adds one message for each enabled endpoint that subscribes to the event.
   * @param onlyTo sends to this endpoint only, whatever it subscribes to
   */
  async publish(
    sql: Sql,
    tenantId: string,
    message: { type: WebhookEvent; subject: string; data: Record<string, unknown>; onlyTo?: string },
  ): Promise<number> {
    return sql.execute(
      `insert into webhook_messages (tenant_id, id, endpoint_id, type, subject, data)
       select tenant_id, gen_random_uuid(), id, $2, $3, $4 from webhook_endpoints
       where tenant_id = $1 and disabled_at is null and case when $5::uuid is null then $2 = any(events) else id = $5 end`,
      [tenantId, message.type, message.subject, message.data, message.onlyTo ?? null],
    );
  }

  /** @param silent ids of endpoints to skip */
  async claim(most: number, silent: readonly string[]): Promise<DueMessage[]> {
    return this.database.query<DueMessage>(
      `with due as materialized (
         select tenant_id, id from webhook_messages where due_at <= now() and (locked_until is null or locked_until < now()) and endpoint_id <> all($3::uuid[])
         order by due_at limit $1 for update skip locked
       )
       update webhook_messages m set locked_until = now() + $2::integer * interval '1 second', attempts = m.attempts + 1
       from due, webhook_endpoints e
       where m.tenant_id = due.tenant_id and m.id = due.id and e.tenant_id = m.tenant_id and e.id = m.endpoint_id
       returning m.tenant_id, m.id, m.endpoint_id, m.type, m.data, m.created_at, m.attempts, e.url, e.sealed_secret`,
      [most, LEASE_SECONDS, silent],
    );
  }

  openSecret(message: DueMessage): string {
    return this.secrets.open(message.sealed_secret, aadOf(message.tenant_id, message.endpoint_id));
  }

  async delivered(message: DueMessage, status: number): Promise<void> {
    await this.database.execute(
      `update webhook_messages set delivered_at = now(), attempted_at = now(), last_status = $3, due_at = null, locked_until = null,
         last_error = null
       where tenant_id = $1 and id = $2`,
      [message.tenant_id, message.id, status],
    );
  }

  /** @param status undefined if no answer arrived @param dueInMs time until the next attempt; null if there is none */
  async failed(message: DueMessage, error: string, status: number | undefined, dueInMs: number | null): Promise<void> {
    await this.database.execute(
      `update webhook_messages set last_error = $3, attempted_at = now(), last_status = $4, locked_until = null,
         due_at = case when exists (select from webhook_endpoints where tenant_id = $1 and id = $6 and disabled_at is null)
           then now() + $5::float8 * interval '1 millisecond' end
       where tenant_id = $1 and id = $2`,
      [message.tenant_id, message.id, error, status ?? null, dueInMs, message.endpoint_id],
    );
  }

  /** Stops deliveries to the endpoint. Its waiting messages are kept. @returns undefined if there is no such endpoint */
  async disable(
    sql: Sql,
    tenantId: string,
    endpointId: string,
    reason: string,
  ): Promise<WebhookEndpointRow | undefined> {
    const [row] = await sql.query<WebhookEndpointRow>(
      `with held as (
         update webhook_messages set due_at = null, locked_until = null where tenant_id = $1 and endpoint_id = $2 and due_at is not null
       )
       update webhook_endpoints set disabled_at = coalesce(disabled_at, now()), disabled_reason = coalesce(disabled_reason, $3)
       where tenant_id = $1 and id = $2 returning *`,
      [tenantId, endpointId, reason],
    );
    return row;
  }

  /**
   * Enables the endpoint. If it was disabled, its undelivered messages of the last week become due.
   * @returns undefined if there is no such endpoint
   */
  async enable(sql: Sql, tenantId: string, endpointId: string): Promise<WebhookEndpointRow | undefined> {
    const [row] = await sql.query<WebhookEndpointRow>(
      `with awake as (
         update webhook_endpoints set disabled_at = null, disabled_reason = null where tenant_id = $1 and id = $2 returning *
       ), due as (
         update webhook_messages m set due_at = now() from webhook_endpoints e
         where e.tenant_id = $1 and e.id = $2 and e.disabled_at is not null and m.tenant_id = $1 and m.endpoint_id = $2
           and m.delivered_at is null and m.due_at is null and m.created_at > now() - interval '7 days'
       )
       select * from awake`,
      [tenantId, endpointId],
    );
    return row;
  }

  /** Adds a message for each credential that expires within a week. Each endpoint gets only one message per credential. */
  async publishExpiring(type: WebhookEvent): Promise<number> {
    return this.database.execute(
      `insert into webhook_messages (tenant_id, id, endpoint_id, type, subject, data)
       select c.tenant_id, gen_random_uuid(), e.id, $1, c.id::text, jsonb_build_object('integrationId', c.integration_id, 'credentialId', c.id,
         'name', c.name, 'lastFour', c.last_four, 'expiresAt', c.expires_at)
       from scim_credentials c join webhook_endpoints e on e.tenant_id = c.tenant_id and e.disabled_at is null and $1 = any(e.events)
       where c.revoked_at is null and c.expires_at between now() and now() + interval '7 days'
         and not exists (select 1 from webhook_messages m
           where m.tenant_id = c.tenant_id and m.endpoint_id = e.id and m.type = $1 and m.subject = c.id::text)`,
      [type],
    );
  }

  async deleteOld(): Promise<void> {
    await this.database.execute(`delete from webhook_messages where created_at < now() - interval '90 days'`);
  }
}

function aadOf(tenantId: string, id: string): string {
  return `${TABLE}.secret:${tenantId}:${id}`;
}
