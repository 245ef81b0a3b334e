import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: an Okta org maps custom attributes. Once declared as a schema, they are checked, filtered by and discovered like built-in ones. */
export class ScimSchemas1795000000043 implements MigrationInterface {
  name = 'ScimSchemas1795000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scim_schemas (
        tenant_id uuid not null,
        integration_id uuid not null,
        id text not null,
        resource_type text not null,
        required boolean not null default false,
        name text not null,
        description text not null,
        attributes jsonb not null,
        updated_at timestamptz not null default now(),
        constraint scim_schemas_pkey primary key (tenant_id, integration_id, id),
        constraint scim_schemas_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        constraint scim_schemas_resource_type_check check (resource_type in ('User', 'Group'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table scim_schemas');
  }
}
