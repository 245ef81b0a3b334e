import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: a pause is examined soon after it began, but not so often when ending it did not help a few minutes ago. */
export class PauseLifted1796000000200 implements MigrationInterface {
  name = 'PauseLifted1796000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table doctor_visits add column lifted_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table doctor_visits drop column lifted_at`);
  }
}
