import type { Database } from '@rollcall/platform';

/** A hash of every row that a tenant has, table by table; equal means that nothing was changed, added or removed. */
export async function snapshot(database: Database, tenantId: string): Promise<Record<string, string>> {
  const rows = await database.query<{ name: string; hash: string }>(
    (await tenantTables(database))
      .map(
        (name) =>
          `select '${name}' as name, md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as hash from "${name}" t where tenant_id = $1`,
      )
      .join(' union all '),
    [tenantId],
  );
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** Tables that hold rows of tenants, as the catalog has them. */
export async function tenantTables(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  return rows.map(({ name }) => name);
}
