/** `2026-11-23T20:00:00Z` of an ISO instant with fractions. */
export function toTheSecond(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}
