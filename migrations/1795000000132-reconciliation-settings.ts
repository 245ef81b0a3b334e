import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the timestamp of settings is the start of their transaction, so settings committed after a run has read the previous ones may look
 * older than the run. A run therefore stores which settings it began with. Null in runs that an earlier release began.
 */
export class ReconciliationSettings1795000000132 implements MigrationInterface {
  name = 'ReconciliationSettings1795000000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reconciliation_runs add column settings_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reconciliation_runs drop column settings_at`);
  }
}
