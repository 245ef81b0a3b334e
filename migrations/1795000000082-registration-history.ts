import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: administrators ask when and why a person's registration changed, but the ledger row has only the current state. The newest 50 events
 * of each person are kept; the sequence orders events of the same transaction.
 */
export class RegistrationHistory1795000000082 implements MigrationInterface {
  name = 'RegistrationHistory1795000000082';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence registration_event_ids;
      create table registration_events (
        tenant_id uuid not null,
        integration_id uuid not null,
        identity_id uuid not null,
        id bigint not null,
        at timestamptz not null default now(),
        kind text not null,
        desired boolean not null,
        confirmed boolean,
        note text,
        constraint registration_events_pkey primary key (tenant_id, integration_id, identity_id, id),
        constraint registration_events_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        constraint registration_events_kind_check
          check (kind in ('DESIRED', 'CONFIRMED', 'RETRYING', 'PARKED', 'SKIPPED', 'UNLINKED', 'RETRIED', 'RECONCILED'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table registration_events;
      drop sequence registration_event_ids;
    `);
  }
}
