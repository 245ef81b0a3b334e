import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: Okta limits the concurrent requests of an org, for all clients together; processes share that limit. */
export class OktaSlotLeases1796000001301 implements MigrationInterface {
  name = 'OktaSlotLeases1796000001301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table okta_slot_leases (
        tenant_id uuid not null,
        okta_org text not null,
        holder uuid not null,
        slots integer not null,
        wanted integer not null,
        expires_at timestamptz not null,
        constraint okta_slot_leases_pkey primary key (tenant_id, okta_org, holder),
        constraint okta_slot_leases_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table okta_slot_leases`);
  }
}
