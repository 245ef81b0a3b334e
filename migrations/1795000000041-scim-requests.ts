import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: administrators see which requests Okta sent and why they were refused, without access to a log. Only attribute names are
 * stored, never values. Rows are bounded by age and by count per integration. A trigger deletes them with their integration: a
 * foreign key would check each row of a batch and triple the cost of the insert.
 */
export class ScimRequests1795000000041 implements MigrationInterface {
  name = 'ScimRequests1795000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scim_requests (
        tenant_id uuid not null,
        integration_id uuid not null,
        id uuid not null,
        at timestamptz not null,
        method text not null,
        path text not null,
        status smallint not null,
        duration_ms real not null,
        detail text,
        body text,
        request_id text,
        constraint scim_requests_pkey primary key (tenant_id, integration_id, id)
      );
      create index scim_requests_status on scim_requests (tenant_id, integration_id, status, id);
      create index scim_requests_at on scim_requests using brin (at);

      create function delete_scim_requests() returns trigger language plpgsql as $$
      begin
        delete from scim_requests where tenant_id = old.tenant_id and integration_id = old.id;
        return null;
      end
      $$;
      create trigger directory_integrations_scim_requests after delete on directory_integrations
        for each row execute function delete_scim_requests();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger directory_integrations_scim_requests on directory_integrations;
      drop function delete_scim_requests();
      drop table scim_requests;
    `);
  }
}
