import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: an administrator takes a link back, and whoever opens it is told so, rather than that it has expired. */
export class EnrollmentCancelled1795000000081 implements MigrationInterface {
  name = 'EnrollmentCancelled1795000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table enrollments add column cancelled_at timestamptz;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table enrollments drop column cancelled_at;`);
  }
}
