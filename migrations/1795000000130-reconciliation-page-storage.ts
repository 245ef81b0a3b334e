import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: PostgreSQL tried to compress each page of random ids, which made noting who is in step cost twice as much processor time. */
export class ReconciliationPageStorage1795000000130 implements MigrationInterface {
  name = 'ReconciliationPageStorage1795000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reconciliation_pages alter column identity_ids set storage external`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reconciliation_pages alter column identity_ids set storage extended`);
  }
}
