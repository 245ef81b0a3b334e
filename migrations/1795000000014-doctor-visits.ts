import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: replicas share the schedule of health checks, so that each integration is checked once a day, not once a day by each replica. */
export class DoctorVisits1795000000014 implements MigrationInterface {
  name = 'DoctorVisits1795000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table doctor_visits (
        tenant_id uuid not null,
        integration_id uuid not null,
        visited_at timestamptz not null default now(),
        constraint doctor_visits_pkey primary key (tenant_id, integration_id),
        constraint doctor_visits_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table doctor_visits;`);
  }
}
