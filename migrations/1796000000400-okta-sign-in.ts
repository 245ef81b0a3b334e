import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: stores the ids of the identity provider and the routing rule that were created in Okta for an integration, and which client secret
 * Okta has.
 */
export class OktaSignIn1796000000400 implements MigrationInterface {
  name = 'OktaSignIn1796000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table okta_sign_ins (
        tenant_id uuid not null,
        integration_id uuid not null,
        identity_provider_id text,
        identity_provider_status text,
        policy_id text,
        routing_rule_id text,
        routing_active boolean not null default false,
        secret_id uuid,
        busy_until timestamptz,
        checked_at timestamptz,
        constraint okta_sign_ins_pkey primary key (tenant_id, integration_id),
        constraint okta_sign_ins_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table okta_sign_ins`);
  }
}
