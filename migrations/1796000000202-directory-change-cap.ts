import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a directory that deactivates or deletes many people at once must not change all of them at the target. The ledger needs states for
 * registrations that the safety cap holds and for those that an administrator has discarded, and a budget of such changes per hour.
 */
export class DirectoryChangeCap1796000000202 implements MigrationInterface {
  name = 'DirectoryChangeCap1796000000202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory_change_budgets (
        tenant_id uuid not null,
        integration_id uuid not null,
        started_at timestamptz not null default now(),
        ratio double precision not null,
        allowed integer not null,
        spent integer not null,
        held_at timestamptz,
        constraint directory_change_budgets_pkey primary key (tenant_id, integration_id),
        constraint directory_change_budgets_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );
      alter table registration_syncs add column max_directory_change_ratio double precision not null default 0.2;
      alter table registrations
        add column approved_seq bigint,
        drop constraint registrations_state_check,
        add constraint registrations_state_check check (state in
          ('IN_SYNC', 'PENDING', 'RETRYING', 'PARKED', 'SKIPPED', 'UNLINKED', 'DISABLED', 'HELD', 'DISCARDED')) not valid;
      alter table registration_events
        drop constraint registration_events_kind_check,
        add constraint registration_events_kind_check check (kind in ('DESIRED', 'CONFIRMED', 'RETRYING', 'PARKED', 'SKIPPED',
          'UNLINKED', 'RETRIED', 'RECONCILED', 'HELD', 'APPROVED', 'DISCARDED')) not valid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from registration_events where kind in ('HELD', 'APPROVED', 'DISCARDED');
      update registrations set state = 'PENDING', due_at = now() where state in ('HELD', 'DISCARDED');
      alter table registration_events
        drop constraint registration_events_kind_check,
        add constraint registration_events_kind_check check (kind in ('DESIRED', 'CONFIRMED', 'RETRYING', 'PARKED', 'SKIPPED',
          'UNLINKED', 'RETRIED', 'RECONCILED'));
      alter table registrations
        drop column approved_seq,
        drop constraint registrations_state_check,
        add constraint registrations_state_check
          check (state in ('IN_SYNC', 'PENDING', 'RETRYING', 'PARKED', 'SKIPPED', 'UNLINKED', 'DISABLED'));
      alter table registration_syncs drop column max_directory_change_ratio;
      drop table directory_change_budgets`);
  }
}
