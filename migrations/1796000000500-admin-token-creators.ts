import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: when an administrator is revoked, the tokens that they created must end too. Each token stores the id of the token that created it.
 * For existing tokens the id is taken from the audit trail; it is null if an administrator's session or the root token created the token.
 */
export class AdminTokenCreators1796000000500 implements MigrationInterface {
  name = 'AdminTokenCreators1796000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table admin_tokens add column created_by uuid;
      create index admin_tokens_created_by on admin_tokens (tenant_id, created_by) where created_by is not null;
      update admin_tokens t set created_by = creator.id
      from audit_events e join admin_tokens creator on creator.tenant_id = e.tenant_id and creator.id::text = e.actor_id
      where e.tenant_id = t.tenant_id and e.action = 'admin_token.created' and e.actor_type = 'ADMIN_TOKEN'
        and e.subject_id = t.id::text and creator.id <> t.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table admin_tokens drop column created_by`);
  }
}
