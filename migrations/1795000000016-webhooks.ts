import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: other systems are notified when a person is registered or not, when drift is found, a sync is paused or a credential is about to
 * expire. A message is inserted in the transaction of the change, and sent from this table until its receiver accepts it.
 */
export class Webhooks1795000000016 implements MigrationInterface {
  name = 'Webhooks1795000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook_endpoints (
        tenant_id uuid not null,
        id uuid not null,
        url text not null,
        events text[] not null,
        sealed_secret text not null,
        created_at timestamptz not null default now(),
        disabled_at timestamptz,
        disabled_reason text,
        constraint webhook_endpoints_pkey primary key (tenant_id, id),
        constraint webhook_endpoints_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade
      );

      create table webhook_messages (
        tenant_id uuid not null,
        id uuid not null,
        endpoint_id uuid not null,
        type text not null,
        subject text not null,
        data jsonb not null,
        created_at timestamptz not null default now(),
        attempts integer not null default 0,
        due_at timestamptz default now(),
        locked_until timestamptz,
        delivered_at timestamptz,
        last_error text,
        constraint webhook_messages_pkey primary key (tenant_id, id),
        constraint webhook_messages_endpoint_fkey foreign key (tenant_id, endpoint_id)
          references webhook_endpoints (tenant_id, id) on delete cascade
      );
      create index webhook_messages_due on webhook_messages (due_at) where due_at is not null;
      create index webhook_messages_age on webhook_messages (created_at);
      create index webhook_messages_subject on webhook_messages (tenant_id, endpoint_id, type, subject);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table webhook_messages, webhook_endpoints;`);
  }
}
