import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: a run that crashed and was resumed must also count the people who were refused before, so each checkpoint stores their number. */
export class ReconciliationRefusals1795000000131 implements MigrationInterface {
  name = 'ReconciliationRefusals1795000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reconciliation_runs
        add column refused integer not null default 0,
        add column first_refusal text
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reconciliation_runs drop column refused, drop column first_refusal`);
  }
}
