import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, type Sql, type Tx } from '@rollcall/platform';
import { REGISTRATION_CHANNEL, wakePayload } from '../registration/registration-channel.js';
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

  /** @returns the events that were not known yet */
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

  /** Makes the worker read these people in Okta, and write if they are not as they should be. @returns how many are ours */
  async recheck(tx: Tx, key: IntegrationKey, oktaUserIds: readonly string[]): Promise<number> {
    const rows = await tx.query<{ due: number }>(
      `with ours as (
         select identity_id as id from registrations where tenant_id = $1 and integration_id = $2 and okta_user_id = any($3)
         union
         select id from identities where tenant_id = $1 and integration_id = $2 and external_id = any($3)
       ), due as (
         insert into registrations as r (tenant_id, integration_id, identity_id, unsure, due_at)
         select $1::uuid, $2::uuid, id, true, now() from ours order by id
         on conflict (tenant_id, integration_id, identity_id) do update set
           seq = r.seq + 1, unsure = true, attempts = 0, due_at = now(),
           state = case when r.state = 'DISABLED' then 'DISABLED' else 'PENDING' end
         returning 1
       ), woken as (
         select pg_notify($4, $5) where exists (select 1 from due)
       )
       select (select count(*)::int from due) as due, (select count(*) from woken) as woken`,
      [key.tenantId, key.integrationId, oktaUserIds, REGISTRATION_CHANNEL, wakePayload(key)],
    );
    return rows[0]?.due ?? 0;
  }

  async forgetOldEvents(): Promise<void> {
    await this.database.execute(`delete from okta_hook_events where received_at < now() - interval '1 day'`);
  }
}
