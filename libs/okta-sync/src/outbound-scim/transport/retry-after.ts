import { FARTHEST_MS } from '@rollcall/okta';

/**
 * The time that `Retry-After` names (RFC 9110 §10.2.3: seconds or a date), epoch milliseconds, capped at a few minutes from now. Undefined
 * without a plausible value.
 */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(at) || at < now) return undefined;
  return Math.min(at, now + FARTHEST_MS);
}
