import type { LimitHeaders } from '../quota/quota.js';

/**
 * Reads the `X-Rate-Limit-*` headers. Okta states the reset time in epoch seconds of its clock; the `Date` header is
 * used to convert it to our clock.
 */
export function readLimitHeaders(headers: Headers, now: number): LimitHeaders | undefined {
  const limit = wholeNumber(headers.get('x-rate-limit-limit'));
  const remaining = wholeNumber(headers.get('x-rate-limit-remaining'));
  const reset = readReset(headers, now);
  if (limit === undefined || limit === 0 || remaining === undefined || reset === undefined) return undefined;
  return { limit, remaining, resetAt: reset };
}

/** The end of the rate-limit window, in epoch milliseconds of our clock. */
export function readReset(headers: Headers, now: number): number | undefined {
  const reset = wholeNumber(headers.get('x-rate-limit-reset'));
  if (reset === undefined) return undefined;
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? reset * 1000 : now + (reset * 1000 - theirs);
}

/** Undefined if the text is not a whole number. Example: the values of a repeated header are joined by commas. */
function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
