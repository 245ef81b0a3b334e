import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: the page of a link that an administrator has revoked says so, instead of "expired". */
export class EnrollmentCancelled1795000000081 implements MigrationInterface {
  name = 'EnrollmentCancelled1795000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table enrollments add column cancelled_at timestamptz;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table enrollments drop column cancelled_at;`);
  }
}
