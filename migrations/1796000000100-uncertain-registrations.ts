import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a write whose answer was lost may be carried out later. Until `uncertain_until` no settlement is final; then a read decides.
 * `locked_worker` names the process that holds the row, so that the rows of a process that ended are taken over before its lease expires.
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
