import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: Okta reports changed people within seconds, at least once and in any order. The secret that Okta must send is stored hashed. Event
 * ids are stored for a day, so that a repeated event causes no work.
 */
export class OktaEventHooks1795000000013 implements MigrationInterface {
  name = 'OktaEventHooks1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table okta_event_hooks (
        tenant_id uuid not null,
        integration_id uuid not null,
        secret_hash bytea not null,
        last_four text not null,
        created_at timestamptz not null default now(),
        verified_at timestamptz,
        last_event_at timestamptz,
        constraint okta_event_hooks_pkey primary key (tenant_id, integration_id),
        constraint okta_event_hooks_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );

      create table okta_hook_events (
        tenant_id uuid not null,
        integration_id uuid not null,
        event_id text not null,
        received_at timestamptz not null default now(),
        constraint okta_hook_events_pkey primary key (tenant_id, integration_id, event_id),
        constraint okta_hook_events_hook_fkey foreign key (tenant_id, integration_id)
          references okta_event_hooks (tenant_id, integration_id) on delete cascade
      );
      create index okta_hook_events_age on okta_hook_events (received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table okta_hook_events, okta_event_hooks;`);
  }
}
