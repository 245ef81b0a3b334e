import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: with a million people, administrators still search by any part of a name, and activating or deactivating a person changes no index:
 * identities_registered no longer depends on `active`, and pages keep free space, so that such an update stays on its page (HOT). During an
 * import into a new integration the statistics become outdated: they are collected more often, and the index by externalId begins with
 * externalId, so that no plan for one id reads all rows of the integration instead. One text of all names is indexed, because names repeat:
 * this takes a fifth of the cost of three columns, and a short pending list bounds what an insert pays. Trigrams come with every PostgreSQL
 * since 13 as a trusted extension; where the extension is refused, search reads all rows.
 */
export class DirectoryAtScale1795000000040 implements MigrationInterface {
  name = 'DirectoryAtScale1795000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index identities_registered;
      create index identities_registered on identities (tenant_id, integration_id, id) where active_passkeys > 0;
      drop index identities_external_id;
      create index identities_external_id on identities (external_id, tenant_id, integration_id) where external_id is not null;
      drop index groups_external_id;
      create index groups_external_id on groups (external_id, tenant_id, integration_id) where external_id is not null;
      alter table identities set (fillfactor = 90, autovacuum_analyze_threshold = 500, autovacuum_analyze_scale_factor = 0.02);
      alter table groups set (fillfactor = 50);
      alter table group_members set (autovacuum_analyze_threshold = 500, autovacuum_analyze_scale_factor = 0.02);

      do $$
      begin
        create extension if not exists pg_trgm;
        create index identities_search on identities
          using gin (lower(user_name || E'\\n' || coalesce(display_name, '') || E'\\n' || coalesce(email, '')) gin_trgm_ops)
          with (gin_pending_list_limit = 512);
      exception
        when insufficient_privilege or feature_not_supported or undefined_file then
          raise notice 'pg_trgm is not available (%): search reads all rows', sqlerrm;
      end
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index if exists identities_search;
      alter table identities reset (fillfactor, autovacuum_analyze_threshold, autovacuum_analyze_scale_factor);
      alter table groups reset (fillfactor);
      alter table group_members reset (autovacuum_analyze_threshold, autovacuum_analyze_scale_factor);
      drop index groups_external_id;
      create index groups_external_id on groups (tenant_id, integration_id, external_id);
      drop index identities_external_id;
      create index identities_external_id on identities (tenant_id, integration_id, external_id);
      drop index identities_registered;
      create index identities_registered on identities (tenant_id, integration_id, id) where active and active_passkeys > 0;
    `);
  }
}
