import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: links for many people were made by the browser, and were lost when its tab was closed. The server makes them and keeps them for a day. */
export class EnrollmentBatches1796000001800 implements MigrationInterface {
  name = 'EnrollmentBatches1796000001800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enrollment_batches (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        group_id uuid,
        actor jsonb not null,
        admin_token_id uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        renew boolean not null,
        status text not null default 'QUEUED',
        sealed_secret text,
        total integer not null,
        examined integer not null default 0,
        created integer not null default 0,
        kept integer not null default 0,
        position uuid,
        failures integer not null default 0,
        error text,
        locked_by uuid,
        locked_until timestamptz,
        finished_at timestamptz,
        links_until timestamptz,
        constraint enrollment_batches_pkey primary key (tenant_id, id),
        constraint enrollment_batches_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      )`);
    await runner.query(`
      create unique index enrollment_batches_active on enrollment_batches (tenant_id, integration_id)
        where status in ('QUEUED', 'RUNNING')`);
    await runner.query(`
      create table enrollment_batch_links (
        tenant_id uuid not null,
        enrollment_id uuid not null,
        batch_id uuid not null,
        constraint enrollment_batch_links_pkey primary key (tenant_id, enrollment_id),
        constraint enrollment_batch_links_enrollment_fkey foreign key (tenant_id, enrollment_id)
          references enrollments (tenant_id, id) on delete cascade,
        constraint enrollment_batch_links_batch_fkey foreign key (tenant_id, batch_id)
          references enrollment_batches (tenant_id, id) on delete cascade
      )`);
    await runner.query(`
      create index enrollment_batch_links_batch on enrollment_batch_links (tenant_id, batch_id, enrollment_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table enrollment_batch_links');
    await runner.query('drop table enrollment_batches');
  }
}
