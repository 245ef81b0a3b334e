import { FARTHEST_MS } from '@rollcall/okta';

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3: seconds or a date). Returns epoch milliseconds, at most a few minutes from
 * now; undefined if the value is not plausible.
 */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(at) || at < now) return undefined;
  return Math.min(at, now + FARTHEST_MS);
}
