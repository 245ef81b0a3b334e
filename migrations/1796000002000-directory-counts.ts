import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows per list of an integration. Concurrent transactions use different ones, so that a create does not wait for another one's commit. */
const SLOTS = 32;
/** Slot of the rows that existed before the triggers. */
const BASE = -1;
const KINDS = ['identities', 'groups'] as const;

/**
 * Why: a list shows its number of rows, and counting them took longer than reading a page. Triggers keep the count, so that servers of the
 * previous release, which run during an upgrade, keep it too. A transaction gets its slot by a lock for which it never waits. Existing rows
 * are counted once, by one statement that locks nothing: count(*) minus what the triggers have counted, in one snapshot (2 s per million on
 * a busy machine). Safe to run again after an interruption.
 */
export class DirectoryCounts1796000002000 implements MigrationInterface {
  name = 'DirectoryCounts1796000002000';
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table if not exists directory_counts (
        tenant_id uuid not null,
        integration_id uuid not null,
        kind text not null,
        slot smallint not null,
        total bigint not null,
        constraint directory_counts_pkey primary key (tenant_id, integration_id, kind, slot)
      ) with (fillfactor = 50)`);
    await createFunctions(runner);
    // One statement per table, each committed alone: together they could deadlock with a request that writes both tables.
    for (const kind of KINDS) await createTriggers(runner, kind);
    await runner.query(`
      create or replace trigger directory_integrations_counts after delete on directory_integrations
        for each row execute function delete_directory_counts()`);
    await countWhatIsThere(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const kind of KINDS) {
      for (const event of ['insert', 'delete', 'move', 'truncate'])
        await runner.query(`drop trigger if exists ${kind}_count_${event} on ${kind}`);
    }
    await runner.query('drop trigger if exists directory_integrations_counts on directory_integrations');
    await runner.query('drop function if exists count_directory_rows()');
    await runner.query('drop function if exists count_moved_row()');
    await runner.query('drop function if exists delete_directory_counts()');
    await runner.query('drop function if exists add_to_directory_count(uuid, uuid, text, bigint)');
    await runner.query('drop table if exists directory_counts');
  }
}

async function createFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create or replace function add_to_directory_count(tenant uuid, integration uuid, counted text, amount bigint)
      returns void language plpgsql as $$
    declare
      mine integer := pg_backend_pid() % ${SLOTS};
    begin
      for step in 1..${SLOTS} loop
        exit when pg_try_advisory_xact_lock(hashtextextended('directory_counts' || counted || integration, mine));
        mine := (mine + 1) % ${SLOTS};
      end loop;
      insert into directory_counts as c (tenant_id, integration_id, kind, slot, total)
        values (tenant, integration, counted, mine, amount)
        on conflict on constraint directory_counts_pkey do update set total = c.total + excluded.total;
    end $$`);
  // Rows that are deleted with their integration are not counted, because the integration's counts are deleted too.
  await runner.query(`
    create or replace function count_directory_rows() returns trigger language plpgsql as $$
    declare
      sign integer := case tg_op when 'INSERT' then 1 else -1 end;
    begin
      if tg_op = 'TRUNCATE' then
        delete from directory_counts where kind = tg_argv[0];
        return null;
      end if;
      perform add_to_directory_count(one.tenant_id, one.integration_id, tg_argv[0], sign * one.counted)
        from (select tenant_id, integration_id, count(*) as counted from changed group by 1, 2) one
        where tg_op = 'INSERT' or exists (
          select from directory_integrations d where d.tenant_id = one.tenant_id and d.id = one.integration_id);
      return null;
    end $$`);
  await runner.query(`
    create or replace function count_moved_row() returns trigger language plpgsql as $$
    begin
      perform add_to_directory_count(old.tenant_id, old.integration_id, tg_argv[0], -1);
      perform add_to_directory_count(new.tenant_id, new.integration_id, tg_argv[0], 1);
      return null;
    end $$`);
  await runner.query(`
    create or replace function delete_directory_counts() returns trigger language plpgsql as $$
    begin
      delete from directory_counts where tenant_id = old.tenant_id and integration_id = old.id;
      return null;
    end $$`);
}

async function createTriggers(runner: QueryRunner, kind: (typeof KINDS)[number]): Promise<void> {
  await runner.query(`
    create or replace trigger ${kind}_count_insert after insert on ${kind} referencing new table as changed
      for each statement execute function count_directory_rows('${kind}');
    create or replace trigger ${kind}_count_delete after delete on ${kind} referencing old table as changed
      for each statement execute function count_directory_rows('${kind}');
    create or replace trigger ${kind}_count_truncate after truncate on ${kind}
      for each statement execute function count_directory_rows('${kind}');
    create or replace trigger ${kind}_count_move after update of tenant_id, integration_id on ${kind} for each row
      when (old.tenant_id <> new.tenant_id or old.integration_id <> new.integration_id)
      execute function count_moved_row('${kind}')`);
}

async function countWhatIsThere(runner: QueryRunner): Promise<void> {
  const counted = KINDS.map(
    (kind) => `select tenant_id, integration_id, '${kind}' as kind, count(*) as total from ${kind} group by 1, 2`,
  );
  await runner.query(`
    insert into directory_counts as c (tenant_id, integration_id, kind, slot, total)
    select tenant_id, integration_id, kind, ${BASE}, sum(total) from (
      ${counted.join(' union all ')}
      union all select tenant_id, integration_id, kind, -total from directory_counts
    ) parts group by 1, 2, 3 having sum(total) <> 0
    on conflict on constraint directory_counts_pkey do update set total = c.total + excluded.total`);
  await runner.query(`
    delete from directory_counts c where not exists (
      select from directory_integrations d where d.tenant_id = c.tenant_id and d.id = c.integration_id)`);
}
