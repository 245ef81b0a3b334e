import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: PostgreSQL tried to compress each page of random ids, which doubled the processor time of recording who is in step. */
export class ReconciliationPageStorage1795000000130 implements MigrationInterface {
  name = 'ReconciliationPageStorage1795000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reconciliation_pages alter column identity_ids set storage external`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reconciliation_pages alter column identity_ids set storage extended`);
  }
}
