import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a write whose response was lost may still be executed later. Until `uncertain_until` no result is final; then a read decides.
 * `locked_worker` names the process that has claimed the row, so that rows of an ended process are taken over before its lease expires.
 */
export class UncertainRegistrations1796000000100 implements MigrationInterface {
  name = 'UncertainRegistrations1796000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registrations add column uncertain_until timestamptz, add column locked_worker integer
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registrations drop column uncertain_until, drop column locked_worker
    `);
  }
}
