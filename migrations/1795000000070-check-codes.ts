import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: a program that acts on a finding of the doctor needs a name for the problem that outlives a change of its wording. */
export class CheckCodes1795000000070 implements MigrationInterface {
  name = 'CheckCodes1795000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table integration_checks add column code text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table integration_checks drop column code;`);
  }
}
