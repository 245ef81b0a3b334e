import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a revoked passkey stays as history under its own id. When another platform reports the same credential as bound
 * again, that is a new passkey, so a credential is unique among the passkeys that are not revoked.
 */
export class PasskeyHistory1795000000050 implements MigrationInterface {
  name = 'PasskeyHistory1795000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index passkeys_credential;
      create unique index passkeys_credential on passkeys (tenant_id, integration_id, source, credential_id)
        where revoked_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from passkeys older using passkeys newer
        where older.tenant_id = newer.tenant_id and older.integration_id = newer.integration_id
          and older.source = newer.source and older.credential_id = newer.credential_id
          and older.revoked_at is not null and older.id < newer.id;
      drop index passkeys_credential;
      create unique index passkeys_credential on passkeys (tenant_id, integration_id, source, credential_id);
    `);
  }
}
