import { Logger } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BATCH = 1_000;
/** A build fails if a row with the same key is written between the marking and the build. */
const ATTEMPTS = 5;
const UNIQUE_VIOLATION = '23505';

const TABLES = [
  { table: 'identities', name: 'user_name', unique: 'identities_user_name' },
  { table: 'groups', name: 'display_name', unique: 'groups_display_name' },
] as const;
type Named = (typeof TABLES)[number];

const SEARCHED = `fold_text(user_name || E'\\n' || coalesce(display_name, '') || E'\\n' || coalesce(email, ''))`;

/**
 * Why: existing rows get their key, and the unique indexes use the key. Rows are filled in batches and indexes are built concurrently, so
 * that no request waits. The index on lower(…) stays, but is not unique, because servers of the previous release look names up by it. Safe
 * to run again after an interruption.
 */
export class NameKeyIndexes1796000000602 implements MigrationInterface {
  name = 'NameKeyIndexes1796000000602';
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // Locks of concurrent builds stop no reader or writer, so waiting for them is harmless.
    await runner.query('set lock_timeout = 0');
    for (const each of TABLES) {
      await fillKeys(runner, each);
      await runner.query(`alter table ${each.table} validate constraint ${each.table}_${each.name}_key_check`);
      await buildIndex(
        runner,
        `${each.table}_shared_name_key`,
        `index concurrently %s on ${each.table} (tenant_id, integration_id, shared_name_key) where shared_name_key is not null`,
      );
      await buildUniqueIndex(runner, each);
    }
    if (await hasTrigrams(runner)) {
      await buildIndex(
        runner,
        'identities_folded_search',
        `index concurrently %s on identities using gin (${SEARCHED} gin_trgm_ops) with (gin_pending_list_limit = 512)`,
      );
      await runner.query('drop index concurrently if exists identities_search');
    }
    await buildIndex(
      runner,
      'identities_folded_emails',
      `index concurrently %s on identities using gin (fold_json(profile -> 'emails') jsonb_path_ops) with (gin_pending_list_limit = 512)`,
    );
    await runner.query('drop index concurrently if exists identities_emails');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await hasTrigrams(runner)) {
      await runner.query(
        `create index identities_search on identities
           using gin (lower(user_name || E'\\n' || coalesce(display_name, '') || E'\\n' || coalesce(email, '')) gin_trgm_ops)
           with (gin_pending_list_limit = 512)`,
      );
    }
    await runner.query(
      `create index identities_emails on identities
         using gin ((lower((profile -> 'emails')::text)::jsonb) jsonb_path_ops) with (gin_pending_list_limit = 512)`,
    );
    await runner.query('drop index if exists identities_folded_search');
    await runner.query('drop index if exists identities_folded_emails');
    for (const { table, name, unique } of TABLES) {
      await runner.query(`drop index if exists ${table}_shared_name_key`);
      await runner.query(`drop index if exists ${unique}`);
      await runner.query(`drop index if exists ${unique}_lower`);
      await runner.query(`create unique index ${unique} on ${table} (tenant_id, integration_id, lower(${name}))`);
    }
  }
}

async function fillKeys(runner: QueryRunner, { table, name }: Named): Promise<void> {
  let last = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = (await runner.query(
      `with batch as (
         select tenant_id, id from ${table} where (tenant_id, id) > ($1::uuid, $2::uuid) order by tenant_id, id limit ${BATCH}
       ), filled as (
         update ${table} one set ${name}_key = name_key(one.${name}) from batch
         where one.tenant_id = batch.tenant_id and one.id = batch.id and one.${name}_key is null
       )
       select tenant_id, id from batch order by tenant_id desc, id desc limit 1`,
      last,
    )) as { tenant_id: string; id: string }[];
    if (rows.length === 0) return;
    last = [rows[0]!.tenant_id, rows[0]!.id];
  }
}

async function buildUniqueIndex(runner: QueryRunner, { table, name, unique }: Named): Promise<void> {
  const built = `${unique}_next`;
  if (!(await isValid(runner, `${unique}_lower`))) {
    await buildIndex(
      runner,
      `${unique}_lower`,
      `index concurrently %s on ${table} (tenant_id, integration_id, lower(${name}))`,
    );
  }
  for (let attempt = 1; ; attempt += 1) {
    await markTwins(runner, table, name);
    try {
      await buildIndex(
        runner,
        built,
        `unique index concurrently %s on ${table} (tenant_id, integration_id, ${name}_key)`,
      );
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION || attempt === ATTEMPTS) throw error;
    }
  }
  await runner.query(`drop index concurrently if exists ${unique}`);
  await runner.query(`alter index ${built} rename to ${unique}`);
}

async function markTwins(runner: QueryRunner, table: string, name: string): Promise<void> {
  const marked = (await runner.query(
    `with twins as (
       select tenant_id, integration_id, ${name}_key as name_key, min(created_at) as first from ${table}
       where shared_name_key is null group by 1, 2, 3 having count(*) > 1
     ), ranked as (
       select one.tenant_id, one.id, row_number() over (partition by one.tenant_id, one.integration_id, one.${name}_key
         order by one.created_at, one.id) as rank
       from ${table} one join twins using (tenant_id, integration_id) where one.${name}_key = twins.name_key
     )
     update ${table} one set shared_name_key = one.${name}_key,
       ${name}_key = case when ranked.rank = 1 then one.${name}_key else E'\\u0001' || lower(one.${name}) end
     from ranked where one.tenant_id = ranked.tenant_id and one.id = ranked.id
     returning one.integration_id, one.id, one.${name} as name`,
  )) as [{ integration_id: string; id: string; name: string }[], number];
  const log = new Logger('Migration');
  for (const { integration_id, id, name: shared } of marked[0])
    log.warn(
      `${table} ${id} of integration ${integration_id} shares its name ${JSON.stringify(shared)} with another. Rename or delete one.`,
    );
}

/** Builds an index, after removing what an interrupted build left. */
async function buildIndex(runner: QueryRunner, index: string, definition: string): Promise<void> {
  if (await isValid(runner, index)) return;
  await runner.query(`drop index concurrently if exists ${index}`);
  await runner.query(`create ${definition.replace('%s', index)}`);
}

async function isValid(runner: QueryRunner, index: string): Promise<boolean> {
  const found = (await runner.query(`select indisvalid as valid from pg_index where indexrelid = to_regclass($1)`, [
    index,
  ])) as { valid: boolean }[];
  return found[0]?.valid === true;
}

async function hasTrigrams(runner: QueryRunner): Promise<boolean> {
  const found = (await runner.query(`select from pg_extension where extname = 'pg_trgm'`)) as unknown[];
  return found.length > 0;
}
