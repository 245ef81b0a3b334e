import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: a program that acts on a finding of the doctor needs a code that stays the same when the wording changes. */
export class CheckCodes1795000000070 implements MigrationInterface {
  name = 'CheckCodes1795000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table integration_checks add column code text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table integration_checks drop column code;`);
  }
}
