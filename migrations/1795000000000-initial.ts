import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: the first schema. Keys of tenants' tables begin with tenant_id, so that the same schema can be sharded by tenant. */
export class Initial1795000000000 implements MigrationInterface {
  name = 'Initial1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tenants (
        id uuid not null,
        name text not null,
        created_at timestamptz not null default now(),
        constraint tenants_pkey primary key (id)
      );

      create table admin_tokens (
        tenant_id uuid not null,
        id uuid not null,
        name text not null,
        role text not null,
        token_hash bytea not null,
        last_four text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint admin_tokens_pkey primary key (tenant_id, id),
        constraint admin_tokens_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
        constraint admin_tokens_role_check check (role in ('OWNER', 'ADMIN', 'OPERATOR', 'VIEWER'))
      );
      create unique index admin_tokens_hash on admin_tokens (tenant_id, token_hash);

      create table admin_sessions (
        tenant_id uuid not null,
        id uuid not null,
        token_hash bytea not null,
        admin_token_id uuid,
        name text not null,
        role text not null,
        root boolean not null default false,
        kind text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        user_agent text,
        constraint admin_sessions_pkey primary key (tenant_id, id),
        constraint admin_sessions_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
        constraint admin_sessions_token_fkey foreign key (tenant_id, admin_token_id) references admin_tokens (tenant_id, id) on delete cascade,
        constraint admin_sessions_kind_check check (kind in ('SIGN_IN_LINK', 'SESSION'))
      );
      create unique index admin_sessions_hash on admin_sessions (tenant_id, token_hash);

      create table directory_integrations (
        tenant_id uuid not null,
        id uuid not null,
        name text not null,
        provider text not null,
        created_at timestamptz not null default now(),
        last_scim_request_at timestamptz,
        constraint directory_integrations_pkey primary key (tenant_id, id),
        constraint directory_integrations_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
        constraint directory_integrations_provider_check check (provider in ('OKTA', 'GENERIC_SCIM'))
      );
      create unique index directory_integrations_name on directory_integrations (tenant_id, lower(name));

      create table registration_syncs (
        tenant_id uuid not null,
        integration_id uuid not null,
        okta_domain text not null,
        attribute text not null default 'byndidRegistered',
        enabled boolean not null default true,
        auth_mode text not null default 'API_TOKEN',
        sealed_api_token text,
        paused_reason text,
        paused_at timestamptz,
        last_write_at timestamptz,
        updated_at timestamptz not null default now(),
        constraint registration_syncs_pkey primary key (tenant_id, integration_id),
        constraint registration_syncs_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        constraint registration_syncs_auth_mode_check check (auth_mode in ('API_TOKEN', 'OAUTH'))
      );

      create table integration_checks (
        tenant_id uuid not null,
        integration_id uuid not null,
        name text not null,
        status text not null,
        message text not null,
        checked_at timestamptz not null,
        constraint integration_checks_pkey primary key (tenant_id, integration_id, name),
        constraint integration_checks_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        constraint integration_checks_status_check check (status in ('OK', 'WARN', 'FAIL', 'UNKNOWN'))
      );

      create table scim_credentials (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        type text not null,
        name text,
        client_id text,
        secret_hash bytea not null,
        last_four text not null,
        scopes text[] not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint scim_credentials_pkey primary key (tenant_id, id),
        constraint scim_credentials_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade,
        constraint scim_credentials_type_check check (type in ('BEARER_TOKEN', 'CLIENT_CREDENTIALS'))
      );
      create unique index scim_credentials_hash on scim_credentials (tenant_id, secret_hash);
      create unique index scim_credentials_client on scim_credentials (tenant_id, client_id) where client_id is not null;
      create index scim_credentials_integration on scim_credentials (tenant_id, integration_id, id);

      create table scim_access_tokens (
        tenant_id uuid not null,
        token_hash bytea not null,
        credential_id uuid not null,
        integration_id uuid not null,
        scopes text[] not null,
        issued_at timestamptz not null default now(),
        expires_at timestamptz not null,
        constraint scim_access_tokens_pkey primary key (tenant_id, token_hash),
        constraint scim_access_tokens_credential_fkey foreign key (tenant_id, credential_id)
          references scim_credentials (tenant_id, id) on delete cascade
      );
      create index scim_access_tokens_expiry on scim_access_tokens (expires_at);

      create table identities (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        user_name text not null,
        external_id text,
        display_name text,
        email text,
        active boolean not null default true,
        profile jsonb not null default '{}',
        active_passkeys integer not null default 0,
        invited_until timestamptz,
        version bigint not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint identities_pkey primary key (tenant_id, id),
        constraint identities_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );
      create unique index identities_user_name on identities (tenant_id, integration_id, lower(user_name));
      create unique index identities_integration on identities (tenant_id, integration_id, id);
      create index identities_external_id on identities (tenant_id, integration_id, external_id);
      create index identities_email on identities (tenant_id, integration_id, lower(email));
      create index identities_registered on identities (tenant_id, integration_id, id) where active and active_passkeys > 0;

      create table groups (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        display_name text not null,
        external_id text,
        profile jsonb not null default '{}',
        version bigint not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint groups_pkey primary key (tenant_id, id),
        constraint groups_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );
      create unique index groups_display_name on groups (tenant_id, integration_id, lower(display_name));
      create unique index groups_integration on groups (tenant_id, integration_id, id);
      create index groups_external_id on groups (tenant_id, integration_id, external_id);

      create table group_members (
        tenant_id uuid not null,
        group_id uuid not null,
        identity_id uuid not null,
        integration_id uuid not null,
        added_at timestamptz not null default now(),
        constraint group_members_pkey primary key (tenant_id, group_id, identity_id),
        constraint group_members_group_fkey foreign key (tenant_id, integration_id, group_id)
          references groups (tenant_id, integration_id, id) on delete cascade,
        constraint group_members_identity_fkey foreign key (tenant_id, integration_id, identity_id)
          references identities (tenant_id, integration_id, id) on delete cascade
      );
      create index group_members_identity on group_members (tenant_id, identity_id, group_id);

      create table enrollments (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        identity_id uuid not null,
        token_hash bytea not null,
        created_by text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        opened_at timestamptz,
        used_at timestamptz,
        challenge text,
        challenge_expires_at timestamptz,
        constraint enrollments_pkey primary key (tenant_id, id),
        constraint enrollments_identity_fkey foreign key (tenant_id, integration_id, identity_id)
          references identities (tenant_id, integration_id, id) on delete cascade
      );
      create unique index enrollments_hash on enrollments (tenant_id, token_hash);
      create index enrollments_identity on enrollments (tenant_id, identity_id, id);

      create table passkeys (
        tenant_id uuid not null,
        id uuid not null,
        integration_id uuid not null,
        identity_id uuid not null,
        source text not null,
        credential_id text not null,
        public_key bytea,
        sign_count bigint not null default 0,
        transports text[] not null default '{}',
        device_name text,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint passkeys_pkey primary key (tenant_id, id),
        constraint passkeys_identity_fkey foreign key (tenant_id, integration_id, identity_id)
          references identities (tenant_id, integration_id, id) on delete cascade,
        constraint passkeys_source_check check (source in ('WEBAUTHN', 'EXTERNAL'))
      );
      create unique index passkeys_credential on passkeys (tenant_id, integration_id, source, credential_id);
      create index passkeys_identity on passkeys (tenant_id, identity_id, id);

      create table registrations (
        tenant_id uuid not null,
        integration_id uuid not null,
        identity_id uuid not null,
        seq bigint not null default 1,
        done_seq bigint not null default 0,
        desired boolean not null default false,
        confirmed boolean,
        state text not null default 'PENDING',
        attempts integer not null default 0,
        due_at timestamptz,
        locked_until timestamptz,
        locked_by uuid,
        last_error text,
        okta_user_id text,
        touched_at timestamptz not null default now(),
        confirmed_at timestamptz,
        constraint registrations_pkey primary key (tenant_id, integration_id, identity_id),
        constraint registrations_identity_fkey foreign key (tenant_id, integration_id, identity_id)
          references identities (tenant_id, integration_id, id) on delete cascade,
        constraint registrations_state_check check (state in ('IN_SYNC', 'PENDING', 'RETRYING', 'PARKED', 'UNLINKED', 'DISABLED'))
      );
      create index registrations_due on registrations (due_at) where due_at is not null;
      create index registrations_state on registrations (tenant_id, integration_id, state, identity_id);

      create table audit_events (
        tenant_id uuid not null,
        id uuid not null,
        at timestamptz not null default now(),
        actor_type text not null,
        actor_id text not null,
        actor_name text not null,
        action text not null,
        integration_id uuid,
        subject_type text,
        subject_id text,
        detail jsonb not null default '{}',
        request_id text,
        constraint audit_events_pkey primary key (tenant_id, id)
      );
      create index audit_events_integration on audit_events (tenant_id, integration_id, id);
      create index audit_events_action on audit_events (tenant_id, action, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_events, registrations, passkeys, enrollments, group_members, groups, identities, scim_access_tokens,
        scim_credentials, integration_checks, registration_syncs, directory_integrations, admin_sessions, admin_tokens, tenants;
    `);
  }
}
