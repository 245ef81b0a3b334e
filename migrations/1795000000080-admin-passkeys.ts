import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: administrators sign in with their own passkeys. A passkey ends with its owner's admin token. Passkeys and sessions of the root
 * administrator store a fingerprint of the root token, and end when that token changes. A challenge contains its own expiry, so only used
 * challenges are stored, so that none can be used twice.
 */
export class AdminPasskeys1795000000080 implements MigrationInterface {
  name = 'AdminPasskeys1795000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table admin_passkeys (
        tenant_id uuid not null,
        id uuid not null,
        admin_token_id uuid,
        root_mark bytea,
        name text not null,
        credential_id text not null,
        public_key bytea not null,
        sign_count bigint not null default 0,
        transports text[] not null default '{}',
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        constraint admin_passkeys_pkey primary key (tenant_id, id),
        constraint admin_passkeys_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
        constraint admin_passkeys_token_fkey foreign key (tenant_id, admin_token_id)
          references admin_tokens (tenant_id, id) on delete cascade,
        constraint admin_passkeys_owner_check check ((admin_token_id is null) <> (root_mark is null))
      );
      create unique index admin_passkeys_credential on admin_passkeys (tenant_id, credential_id);

      create table spent_challenges (
        tenant_id uuid not null,
        challenge_hash bytea not null,
        expires_at timestamptz not null,
        constraint spent_challenges_pkey primary key (tenant_id, challenge_hash),
        constraint spent_challenges_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade
      );

      alter table admin_sessions
        add column root_mark bytea,
        add column admin_passkey_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table admin_sessions drop column root_mark, drop column admin_passkey_id;
      drop table spent_challenges, admin_passkeys;
    `);
  }
}
