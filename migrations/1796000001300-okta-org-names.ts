import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: one Okta org may be entered under several host names; integrations share its limits and its users by the id that the org reports. */
export class OktaOrgNames1796000001300 implements MigrationInterface {
  name = 'OktaOrgNames1796000001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table okta_org_names (
        tenant_id uuid not null,
        okta_domain text not null,
        org_id text not null,
        read_at timestamptz not null default now(),
        constraint okta_org_names_pkey primary key (tenant_id, okta_domain),
        constraint okta_org_names_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table okta_org_names`);
  }
}
