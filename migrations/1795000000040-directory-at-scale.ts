import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: at a million people an administrator still searches by any part of a name, and switching a person on or off touches no
 * index: `active` leaves the predicate of identities_registered, and pages keep room, so that such updates stay on their page (HOT).
 * An import of a new integration outruns the statistics: they are taken sooner, and the index by externalId begins with it, so that no
 * plan for one id can take it for the way to "all of this integration". One text of all names is indexed, for names repeat: a fifth of the cost of three columns, and a short pending list keeps it off the
 * insert. Trigrams come with every PostgreSQL since 13 as a trusted extension; where it is refused, search reads all rows instead.
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
