import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a revoked administrator must not live on in tokens that they created. Each token keeps the id of the token that created it; for
 * existing tokens it is taken from the audit trail, and null where an administrator's session or the root token created it.
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
