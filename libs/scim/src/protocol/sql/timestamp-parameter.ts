const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Pushes a time (ms since 1970); beyond the years that ISO 8601 writes with four digits it is infinite. */
export function pushTimestamp(time: number, params: unknown[]): string {
  const text = time < FIRST ? '-infinity' : time > LAST ? 'infinity' : new Date(time).toISOString();
  return `$${params.push(text)}::timestamptz`;
}
