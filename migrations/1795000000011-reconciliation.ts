import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: comparing Okta with Rollcall is a long job that must survive its process. The run's row is its queue entry, lease, checkpoint and
 * history. What the run has read from Okta is stored in a table, not in memory. Every difference is a row that outlives the run.
 */
export class Reconciliation1795000000011 implements MigrationInterface {
  name = 'Reconciliation1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reconciliation_runs (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        dry_run boolean not null,
        max_change_ratio double precision not null,
        requested_by text not null,
        scheduled boolean not null default false,
        status text not null default 'QUEUED',
        phase text not null default 'LIST_OKTA',
        position text,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        locked_until timestamptz,
        locked_by uuid,
        cancel_requested boolean not null default false,
        examined integer not null default 0,
        drifted integer not null default 0,
        repaired integer not null default 0,
        failed integer not null default 0,
        okta_requests integer not null default 0,
        error text,
        constraint reconciliation_runs_pkey primary key (tenant_id, id),
        constraint reconciliation_runs_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        constraint reconciliation_runs_status_check check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
        constraint reconciliation_runs_phase_check check (phase in ('LIST_OKTA', 'LIST_OURS', 'REPAIR', 'AWAIT'))
      );
      create unique index reconciliation_runs_active on reconciliation_runs (tenant_id, integration_id)
        where status in ('QUEUED', 'RUNNING');
      create index reconciliation_runs_integration on reconciliation_runs (tenant_id, integration_id, id);
      create index reconciliation_runs_age on reconciliation_runs (created_at);

      create table reconciliation_drift (
        tenant_id uuid not null,
        run_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        identity_id uuid,
        okta_user_id text,
        kind text not null,
        expected boolean,
        actual boolean,
        found_at timestamptz not null default now(),
        repaired_at timestamptz,
        error text,
        constraint reconciliation_drift_pkey primary key (tenant_id, run_id, id),
        constraint reconciliation_drift_run_fkey foreign key (tenant_id, run_id)
          references reconciliation_runs (tenant_id, id) on delete cascade,
        constraint reconciliation_drift_kind_check check (kind in ('SET_TRUE', 'SET_FALSE', 'UNKNOWN_USER', 'UNLINKED'))
      );
      create unique index reconciliation_drift_subject on reconciliation_drift
        (tenant_id, run_id, kind, coalesce(identity_id::text, okta_user_id));

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

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table reconciliation_seen, reconciliation_drift, reconciliation_runs;`);
  }
}
