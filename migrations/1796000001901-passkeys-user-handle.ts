import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the address /me names no integration, so the passkey that a person presents is found by its user handle. The index is built
 * concurrently, so that no request waits. Safe to run again after an interruption.
 */
export class PasskeysUserHandle1796000001901 implements MigrationInterface {
  name = 'PasskeysUserHandle1796000001901';
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // Locks of concurrent builds stop no reader or writer, so waiting for them is harmless.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists passkeys_user_handle');
    await runner.query('create index concurrently passkeys_user_handle on passkeys (identity_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index if exists passkeys_user_handle');
  }
}
