/** A statement on tenants' tables without a tenant condition, and why it is correct. */
export interface Exception {
  pattern: RegExp;
  why: string;
}

const TABLE = /\b(?:from|join|into|update|using)\s+(?:only\s+)?"?([a-z_]+)"?/gi;
/** `tenant_id = $1`, `r.tenant_id = s.tenant_id`, `tenant_id in (…)`, `(tenant_id, id) in/= …`, `using (tenant_id`. */
const BOUND = /\btenant_id\s*(?:=|in\b)|\((?:\w+\.)?tenant_id\s*,[^)]*\)\s*(?:=|in\b)|\busing\s*\(\s*tenant_id/gi;
const INSERT = /\binsert\s+into\s+"?([a-z_]+)"?(?:\s+as\s+\w+)?\s*\(([^)]*)\)/gi;

/**
 * Finds tables that the statement does not bind to a tenant: each mention of a table needs its own condition on tenant_id, each insert
 * needs the column. Parses text, not plans: it may demand an unnecessary condition, but never misses one.
 * @returns names of tables; empty when the statement is bound
 */
export function unbound(statement: string, tables: ReadonlySet<string>): string[] {
  const text = statement.replaceAll(/--[^\n]*|\/\*.*?\*\//gs, ' ').replaceAll(/'[^']*'/g, "''");
  const inserted = [...text.matchAll(INSERT)].filter(([, table = '']) => tables.has(table.toLowerCase()));
  const wrong = inserted.filter(([, , columns = '']) => !/\btenant_id\b/.test(columns)).map(([, table = '']) => table);
  const mentioned = [...text.matchAll(TABLE)]
    .map(([, table = '']) => table.toLowerCase())
    .filter((table) => tables.has(table));
  const needing = mentioned.length - inserted.length;
  const bound = [...text.matchAll(BOUND)].length;
  return bound >= needing ? wrong : [...wrong, ...mentioned];
}
