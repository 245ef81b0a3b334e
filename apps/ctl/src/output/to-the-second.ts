/** `2026-11-23T20:00:00Z` of an ISO instant with fractions, and of each one in a text. */
export function toTheSecond(text: string): string {
  return text.replaceAll(/(T\d\d:\d\d:\d\d)\.\d+Z/g, '$1Z');
}
