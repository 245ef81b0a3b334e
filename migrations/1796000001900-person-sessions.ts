import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: people see and remove their own passkeys at /me. This needs sessions for people, and data about a passkey besides its key. */
export class PersonSessions1796000001900 implements MigrationInterface {
  name = 'PersonSessions1796000001900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_sessions (
        tenant_id uuid not null,
        id uuid not null,
        token_hash bytea not null,
        challenge_hash bytea not null,
        identity_id uuid not null,
        passkey_id uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        constraint person_sessions_pkey primary key (tenant_id, id)
      )`);
    await runner.query('create unique index person_sessions_token on person_sessions (tenant_id, token_hash)');
    await runner.query('create unique index person_sessions_challenge on person_sessions (tenant_id, challenge_hash)');
    await runner.query('create index person_sessions_identity on person_sessions (tenant_id, identity_id, id)');
    await runner.query('create index person_sessions_expiry on person_sessions (expires_at)');
    // A table of its own: servers of the previous release read passkeys with "select *".
    await runner.query(`
      create table passkey_traits (
        tenant_id uuid not null,
        passkey_id uuid not null,
        synced boolean not null,
        browser text,
        constraint passkey_traits_pkey primary key (tenant_id, passkey_id),
        constraint passkey_traits_passkey_fkey foreign key (tenant_id, passkey_id)
          references passkeys (tenant_id, id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table passkey_traits');
    await runner.query('drop table person_sessions');
  }
}
