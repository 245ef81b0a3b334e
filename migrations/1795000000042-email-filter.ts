import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: clients look people up by `emails.value eq`, which must not read a million profiles. The index on the address that lists show is
 * dropped: the search index contains the address, and no other query used it.
 */
export class EmailFilter1795000000042 implements MigrationInterface {
  name = 'EmailFilter1795000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index identities_email;
      create index identities_emails on identities
        using gin ((lower((profile -> 'emails')::text)::jsonb) jsonb_path_ops) with (gin_pending_list_limit = 512);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index identities_emails;
      create index identities_email on identities (tenant_id, integration_id, lower(email));
    `);
  }
}
