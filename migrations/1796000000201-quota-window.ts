import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: to give a long queue its whole share of a limit, the number granted in the last minute must be known; a fixed burst takes a third of
 * the share.
 */
export class QuotaWindow1796000000201 implements MigrationInterface {
  name = 'QuotaWindow1796000000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table okta_quotas add column burst double precision not null default 0, add column recent jsonb not null default '[]'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table okta_quotas drop column recent, drop column burst`);
  }
}
