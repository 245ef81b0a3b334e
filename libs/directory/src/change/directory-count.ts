import type { Sql } from '@rollcall/platform';

/** Tables whose rows triggers count. */
export type CountedTable = 'identities' | 'groups';

/**
 * SQL expression for the number of rows of a tenant, or of one of its integrations. The number is exact: a statement reads rows and counts
 * in one snapshot, and every change commits both.
 * @param tenant placeholder of the tenant's id
 * @param integration placeholder of the integration's id; all integrations if undefined
 */
export function directoryCount(table: CountedTable, tenant: string, integration?: string): string {
  const within = integration === undefined ? '' : ` and c.integration_id = ${integration}`;
  return `(select coalesce(sum(c.total), 0) from directory_counts c where c.tenant_id = ${tenant}${within} and c.kind = '${table}')`;
}

/** @param values the tenant's id and, to count one integration only, its id */
export async function readDirectoryCount(sql: Sql, table: CountedTable, values: readonly unknown[]): Promise<number> {
  const count = directoryCount(table, '$1', values.length > 1 ? '$2' : undefined);
  const [row] = await sql.query<{ total: number }>(`select ${count}::int as total`, values);
  return row!.total;
}
