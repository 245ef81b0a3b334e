const MAX_NAMES = 500;
const names = new Map<string, string>();
let generation = 0;

/** Begins a statement that is planned for its values each time: one plan can't fit them all, or its text is one of very many. */
export const FRESH_PLAN = '/* fresh plan */ ';

/** A prepared-statement name for a text; undefined past the bound, because composed filters must not fill the server's memory. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES || text.startsWith(FRESH_PLAN)) return undefined;
  const name = generation === 0 ? `rc${names.size}` : `rc${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/** Has every statement prepared again: a migration of another process changed the columns of a result, so plans of open connections fail. */
export function renewStatementNames(): void {
  names.clear();
  generation += 1;
}
