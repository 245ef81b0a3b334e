import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: an OpenID provider per directory integration, where people sign in with their passkey. Client secrets and signing keys are sealed.
 * Codes, access tokens and interactions are found by the SHA-256 of their id, so that a copy of the table opens nothing.
 */
export class SignIn1796000000300 implements MigrationInterface {
  name = 'SignIn1796000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_providers (
        tenant_id uuid not null,
        integration_id uuid not null,
        enabled boolean not null default true,
        client_id text not null,
        redirect_uris text[] not null,
        client_jwks jsonb,
        version bigint not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint sign_in_providers_pkey primary key (tenant_id, integration_id),
        constraint sign_in_providers_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );
      create index sign_in_providers_integration on sign_in_providers (integration_id);

      create table sign_in_secrets (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        sealed_secret text not null,
        last_four text not null,
        created_at timestamptz not null default now(),
        revoked_at timestamptz,
        constraint sign_in_secrets_pkey primary key (tenant_id, id),
        constraint sign_in_secrets_provider_fkey foreign key (tenant_id, integration_id)
          references sign_in_providers (tenant_id, integration_id) on delete cascade
      );
      create index sign_in_secrets_integration on sign_in_secrets (tenant_id, integration_id, id);

      create table sign_in_keys (
        tenant_id uuid not null,
        integration_id uuid not null,
        kid text not null,
        public_jwk jsonb not null,
        sealed_private_key text not null,
        created_at timestamptz not null default now(),
        signs_at timestamptz not null,
        constraint sign_in_keys_pkey primary key (tenant_id, integration_id, kid),
        constraint sign_in_keys_provider_fkey foreign key (tenant_id, integration_id)
          references sign_in_providers (tenant_id, integration_id) on delete cascade
      );

      create table sign_in_records (
        tenant_id uuid not null,
        integration_id uuid not null,
        model text not null,
        id_hash bytea not null,
        payload jsonb not null,
        note jsonb,
        grant_id text,
        expires_at timestamptz not null,
        consumed_at timestamptz,
        constraint sign_in_records_pkey primary key (tenant_id, integration_id, model, id_hash),
        constraint sign_in_records_provider_fkey foreign key (tenant_id, integration_id)
          references sign_in_providers (tenant_id, integration_id) on delete cascade
      );
      create index sign_in_records_expiry on sign_in_records (expires_at);
      create index sign_in_records_grant on sign_in_records (tenant_id, integration_id, grant_id) where grant_id is not null;

      create table sign_in_events (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        at timestamptz not null,
        outcome text not null,
        reason text,
        identity_id uuid,
        passkey_id uuid,
        ip text,
        user_agent text,
        duration_ms integer,
        constraint sign_in_events_pkey primary key (tenant_id, id),
        constraint sign_in_events_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        constraint sign_in_events_outcome_check check (outcome in ('SUCCEEDED', 'REFUSED', 'ABANDONED'))
      );
      create index sign_in_events_integration on sign_in_events (tenant_id, integration_id, id);
      create index sign_in_events_outcome on sign_in_events (tenant_id, integration_id, outcome, id);
      create index sign_in_events_identity on sign_in_events (tenant_id, identity_id, id) where identity_id is not null;
      create index sign_in_events_at on sign_in_events (at);

      create index passkeys_presented on passkeys (tenant_id, integration_id, credential_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index passkeys_presented;
      drop table sign_in_events, sign_in_records, sign_in_keys, sign_in_secrets, sign_in_providers;
    `);
  }
}
