import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: a key id alone does not show that the key behind it was replaced. A start compares fingerprints and refuses a wrong key. */
export class EncryptionKeys1796000000700 implements MigrationInterface {
  name = 'EncryptionKeys1796000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table encryption_keys (
        id text not null,
        fingerprint text,
        recorded_at timestamptz not null default now(),
        lost_at timestamptz,
        constraint encryption_keys_pkey primary key (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table encryption_keys`);
  }
}
