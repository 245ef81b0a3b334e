import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: requests without an accepted credential are stored separately, so that a stranger cannot push out the client's history. The health
 * check considers only refusals of existing credentials, so that a stranger cannot make it warn.
 */
export class RequestLogStrangers1796000000510 implements MigrationInterface {
  name = 'RequestLogStrangers1796000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table scim_requests add column authenticated boolean not null default true;
      create index scim_requests_strangers on scim_requests (tenant_id, integration_id, id) where not authenticated;
      alter table scim_credentials add column refused_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table scim_credentials drop column refused_at;
      alter table scim_requests drop column authenticated;
    `);
  }
}
