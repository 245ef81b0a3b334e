/** Removes fractions of seconds from every ISO instant in a text: `2026-11-23T20:00:00Z`. */
export function toTheSecond(text: string): string {
  return text.replaceAll(/(T\d\d:\d\d:\d\d)\.\d+Z/g, '$1Z');
}
