/** A pattern for `like` that finds `text` at any position. `%`, `_` and `\` in the text have no special meaning. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
