import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a person deleted here may still be registered in Okta, so a ledger row outlives its identity until Okta has the value (no foreign
 * key to identities). `unsure` marks a write whose response was lost: the value is read before it is written again. Replicas share what
 * they know of an org's rate limits. A change of an integration's settings is applied to its ledger in batches.
 */
export class RegistrationLedger1795000000010 implements MigrationInterface {
  name = 'RegistrationLedger1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registrations
        drop constraint registrations_identity_fkey,
        add constraint registrations_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        drop constraint registrations_state_check,
        add constraint registrations_state_check
          check (state in ('IN_SYNC', 'PENDING', 'RETRYING', 'PARKED', 'SKIPPED', 'UNLINKED', 'DISABLED')),
        add column unsure boolean not null default false;

      drop index registrations_due;
      create index registrations_due on registrations (tenant_id, integration_id, due_at) where due_at is not null;
      create index registrations_registered on registrations (tenant_id, integration_id, identity_id) where confirmed;
      create index registrations_okta_user on registrations (tenant_id, integration_id, okta_user_id);

      create table registration_sweeps (
        tenant_id uuid not null,
        integration_id uuid not null,
        target text not null,
        pending boolean not null default true,
        forgetful boolean not null default false,
        position uuid,
        requested_at timestamptz not null default now(),
        constraint registration_sweeps_pkey primary key (tenant_id, integration_id),
        constraint registration_sweeps_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );

      create table okta_quotas (
        tenant_id uuid not null,
        okta_domain text not null,
        bucket text not null,
        version bigint not null default 1,
        tokens double precision not null,
        refilled_at timestamptz not null,
        rate_limit integer,
        remaining integer,
        reset_at timestamptz,
        blocked_until timestamptz,
        constraint okta_quotas_pkey primary key (tenant_id, okta_domain, bucket),
        constraint okta_quotas_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table okta_quotas, registration_sweeps;
      drop index registrations_due, registrations_registered, registrations_okta_user;
      create index registrations_due on registrations (due_at) where due_at is not null;

      delete from registrations r
        where not exists (select 1 from identities i where i.tenant_id = r.tenant_id and i.id = r.identity_id);
      update registrations set state = 'PARKED' where state = 'SKIPPED';
      alter table registrations
        drop column unsure,
        drop constraint registrations_state_check,
        add constraint registrations_state_check
          check (state in ('IN_SYNC', 'PENDING', 'RETRYING', 'PARKED', 'UNLINKED', 'DISABLED')),
        drop constraint registrations_integration_fkey,
        add constraint registrations_identity_fkey foreign key (tenant_id, integration_id, identity_id)
          references identities (tenant_id, integration_id, id) on delete cascade;
    `);
  }
}
