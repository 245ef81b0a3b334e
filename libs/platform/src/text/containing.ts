/** Pattern for `like` that finds `text` anywhere; `%`, `_` and `\` in it are literal. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
