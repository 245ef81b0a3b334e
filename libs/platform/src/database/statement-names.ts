const MAX_NAMES = 500;
const names = new Map<string, string>();
let generation = 0;

/**
 * Prefix of a statement that is never prepared by name: PostgreSQL plans each execution, because no single plan suits all values, or the
 * statement has too many different texts.
 */
export const FRESH_PLAN = '/* fresh plan */ ';

/**
 * Name under which a statement is prepared; undefined after the first 500 texts, because each prepared statement uses memory of the server
 * and filters can be combined to any number of texts.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES || text.startsWith(FRESH_PLAN)) return undefined;
  const name = generation === 0 ? `rc${names.size}` : `rc${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Gives every statement a new name, so that it is prepared again. Needed after another process migrated the schema, because prepared plans
 * whose result columns changed fail.
 */
export function renewStatementNames(): void {
  names.clear();
  generation += 1;
}
