import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables with a unique name, and its column. */
const NAMED = [
  ['identities', 'user_name'],
  ['groups', 'display_name'],
] as const;

/**
 * Why: two spellings of one name (NFC and NFD, wide letters, final sigma) must not be two people, and İrem is not irem: the comparison key
 * is stored. The servers compute it; a trigger does so for writers that do not know the column, such as the previous release.
 * `shared_name_key` is set in rows whose names differed under the old rule and have the same key now. Only the oldest of them has this key
 * in its key column; the others have U+0001 and their name in lower case there. When all but one are renamed or deleted, a trigger ends the
 * sharing.
 */
export class NameKeys1796000000601 implements MigrationInterface {
  name = 'NameKeys1796000000601';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name] of NAMED) {
      const key = `${name}_key`;
      await runner.query(
        `alter table ${table} add column ${key} text collate "C", add column shared_name_key text collate "C",
           add constraint ${table}_${key}_check check (${key} is not null) not valid`,
      );
      await runner.query(
        `create function ${table}_set_name_key() returns trigger language plpgsql as $body$
         begin
           new.${key} := name_key(new.${name});
           new.shared_name_key := null;
           return new;
         end
         $body$`,
      );
      await runner.query(
        `create trigger ${table}_name_key_insert before insert on ${table} for each row
         when (new.${key} is null) execute function ${table}_set_name_key()`,
      );
      // Fires if the name changes and the key does not: the writer did not compute the key, or it is the same for both names.
      await runner.query(
        `create trigger ${table}_name_key_update before update on ${table} for each row
         when (new.${key} is null or (new.${name} is distinct from old.${name} and new.${key} is not distinct from old.${key}))
         execute function ${table}_set_name_key()`,
      );
      await runner.query(endSharing(table, name));
      await runner.query(
        `create trigger ${table}_name_end_sharing_update after update of ${name} on ${table} for each row
         when (old.shared_name_key is not null and new.shared_name_key is null) execute function ${table}_end_name_sharing()`,
      );
      await runner.query(
        `create trigger ${table}_name_end_sharing_delete after delete on ${table} for each row
         when (old.shared_name_key is not null) execute function ${table}_end_name_sharing()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of NAMED) {
      for (const trigger of [
        'name_key_insert',
        'name_key_update',
        'name_end_sharing_update',
        'name_end_sharing_delete',
      ])
        await runner.query(`drop trigger ${table}_${trigger} on ${table}`);
      await runner.query(`drop function ${table}_set_name_key()`);
      await runner.query(`drop function ${table}_end_name_sharing()`);
      await runner.query(
        `alter table ${table} drop constraint ${table}_${name}_key_check, drop column ${name}_key, drop column shared_name_key`,
      );
    }
  }
}

/** The oldest remaining row gets the key; if only one row remains, it no longer shares the key. */
function endSharing(table: string, name: string): string {
  const same = (alias: string): string =>
    `${alias}.tenant_id = old.tenant_id and ${alias}.integration_id = old.integration_id and ${alias}.shared_name_key = old.shared_name_key`;
  return `create function ${table}_end_name_sharing() returns trigger language plpgsql as $body$
    declare
      remaining bigint;
      oldest uuid;
    begin
      select count(*) into remaining from ${table} one where ${same('one')};
      select id into oldest from ${table} one where ${same('one')} order by created_at, id limit 1;
      update ${table} one set ${name}_key = old.shared_name_key, shared_name_key = case when remaining > 1 then old.shared_name_key end
        where ${same('one')} and one.id = oldest
          and not exists (select from ${table} other where ${same('other')} and other.${name}_key = old.shared_name_key and other.id <> oldest);
      return null;
    end
    $body$`;
}
