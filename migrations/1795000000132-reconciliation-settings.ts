import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: settings bear the time at which their transaction began, so those that were committed after a run read the ones before may be older
 * than the run. It remembers which it began with. Null in runs that an earlier release began.
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
