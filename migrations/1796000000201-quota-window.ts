import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: a long queue gets its whole share of a limit only when what was granted in the last minute is known; a fixed burst takes a third of it. */
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
