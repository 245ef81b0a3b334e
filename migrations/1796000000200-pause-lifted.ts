import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: a pause is checked soon after it began, but less often if it was lifted a few minutes ago and that did not help. */
export class PauseLifted1796000000200 implements MigrationInterface {
  name = 'PauseLifted1796000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table doctor_visits add column lifted_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table doctor_visits drop column lifted_at`);
  }
}
