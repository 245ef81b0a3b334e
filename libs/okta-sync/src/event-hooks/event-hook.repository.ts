import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, type Sql, type Tx } from '@rollcall/platform';
import type { HookEvent } from './hook-delivery.js';
import type { OktaEventHookRow } from './okta-event-hook.row.js';

@Injectable()
export class EventHookRepository {
  constructor(private readonly database: Database) {}

  async replace(
    sql: Sql,
    { tenantId, integrationId }: IntegrationKey,
    secretHash: Buffer,
    lastFour: string,
  ): Promise<void> {
    await sql.execute(
      `insert into okta_event_hooks (tenant_id, integration_id, secret_hash, last_four) values ($1, $2, $3, $4)
       on conflict (tenant_id, integration_id) do update
         set secret_hash = excluded.secret_hash, last_four = excluded.last_four, created_at = now(), verified_at = null`,
      [tenantId, integrationId, secretHash, lastFour],
    );
  }

  async find({ tenantId, integrationId }: IntegrationKey): Promise<OktaEventHookRow | undefined> {
    const [row] = await this.database.query<OktaEventHookRow>(
      `select * from okta_event_hooks where tenant_id = $1 and integration_id = $2`,
      [tenantId, integrationId],
    );
    return row;
  }

  async markVerified({ tenantId, integrationId }: IntegrationKey): Promise<void> {
    await this.database.execute(
      `update okta_event_hooks set verified_at = now() where tenant_id = $1 and integration_id = $2`,
      [tenantId, integrationId],
    );
  }

  /** Stores the ids of events. @returns the ids that were new */
  async remember(
    tx: Tx,
    { tenantId, integrationId }: IntegrationKey,
    events: readonly HookEvent[],
  ): Promise<Set<string>> {
    const rows = await tx.query<{ event_id: string }>(
      `with heard as (
         update okta_event_hooks set last_event_at = now(), verified_at = coalesce(verified_at, now())
         where tenant_id = $1 and integration_id = $2
       )
       insert into okta_hook_events (tenant_id, integration_id, event_id) select distinct $1::uuid, $2::uuid, unnest($3::text[])
       on conflict do nothing returning event_id`,
      [tenantId, integrationId, events.map((event) => event.id)],
    );
    return new Set(rows.map((row) => row.event_id));
  }

  async forgetOldEvents(): Promise<void> {
    await this.database.execute(`delete from okta_hook_events where received_at < now() - interval '1 day'`);
  }
}
