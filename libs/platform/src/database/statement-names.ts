const MOST = 500;
const names = new Map<string, string>();

/** A prepared-statement name for a text; undefined past the bound, for composed filters must not fill the server's memory. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return undefined;
  const name = `rc${names.size}`;
  names.set(text, name);
  return name;
}
