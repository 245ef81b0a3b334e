/** The entries of a comma-separated variable, trimmed. */
export function commaSeparated(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}
