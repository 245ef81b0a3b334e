const MAX_NAMES = 500;
const names = new Map<string, string>();
let generation = 0;

/** Prefix of statements that are planned for each execution, because one plan does not fit all values or there are too many texts. */
export const FRESH_PLAN = '/* fresh plan */ ';

/** A prepared-statement name for a text; undefined beyond the limit, because composed filters must not fill the server's memory. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES || text.startsWith(FRESH_PLAN)) return undefined;
  const name = generation === 0 ? `rc${names.size}` : `rc${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/** Prepares every statement under a new name: a migration in another process changed result columns, so existing plans fail. */
export function renewStatementNames(): void {
  names.clear();
  generation += 1;
}
