import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: signing in to the Okta API as a service app (private_key_jwt) instead of with a person's API token. Rollcall creates the keys and
 * serves the public keys as a JWKS; after a rotation the old key is kept for a while.
 */
export class OktaServiceApps1795000000012 implements MigrationInterface {
  name = 'OktaServiceApps1795000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table okta_service_apps (
        tenant_id uuid not null,
        integration_id uuid not null,
        client_id text,
        created_at timestamptz not null default now(),
        constraint okta_service_apps_pkey primary key (tenant_id, integration_id),
        constraint okta_service_apps_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );

      create table okta_signing_keys (
        tenant_id uuid not null,
        integration_id uuid not null,
        kid text not null,
        public_jwk jsonb not null,
        sealed_private_key text not null,
        created_at timestamptz not null default now(),
        retired_at timestamptz,
        constraint okta_signing_keys_pkey primary key (tenant_id, integration_id, kid),
        constraint okta_signing_keys_app_fkey foreign key (tenant_id, integration_id)
          references okta_service_apps (tenant_id, integration_id) on delete cascade
      );
      create unique index okta_signing_keys_current on okta_signing_keys (tenant_id, integration_id) where retired_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table okta_signing_keys, okta_service_apps;`);
  }
}
