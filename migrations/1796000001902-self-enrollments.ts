import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: people enroll by themselves after a sign-in at Okta, for which an integration needs the client id and secret of an application there. */
export class SelfEnrollments1796000001902 implements MigrationInterface {
  name = 'SelfEnrollments1796000001902';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table self_enrollments (
        tenant_id uuid not null,
        integration_id uuid not null,
        enabled boolean not null,
        okta_url text not null,
        client_id text not null,
        sealed_secret text not null,
        updated_at timestamptz not null,
        constraint self_enrollments_pkey primary key (tenant_id, integration_id),
        constraint self_enrollments_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      )`);
    await runner.query('create index self_enrollments_integration on self_enrollments (integration_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table self_enrollments');
  }
}
