import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: registrations are written to any SCIM 2.0 server, not only to Okta. The sync, its pause and its ledger stay the same, so the sync's
 * row gets two columns: the address (`scim`) and a sealed secret. The doctor checks such integrations differently, so its findings about
 * Okta are removed.
 */
export class ScimRegistration1795000000060 implements MigrationInterface {
  name = 'ScimRegistration1795000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registration_syncs
        add column scim jsonb,
        add column sealed_scim_secret text,
        add constraint registration_syncs_scim_check check ((scim is null) = (sealed_scim_secret is null));

      delete from integration_checks c using directory_integrations d
        where d.tenant_id = c.tenant_id and d.id = c.integration_id and d.provider = 'GENERIC_SCIM'
          and (c.name like 'okta-%' or c.name = 'event-hook');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from registration_syncs where scim is not null;
      alter table registration_syncs
        drop constraint registration_syncs_scim_check,
        drop column sealed_scim_secret,
        drop column scim;
    `);
  }
}
