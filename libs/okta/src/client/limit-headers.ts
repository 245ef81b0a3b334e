import type { LimitHeaders } from '../quota/quota.js';

/** `X-Rate-Limit-*` of an answer; the reset (epoch seconds of Okta's clock) is converted to our clock by means of the `Date` header. */
export function readLimitHeaders(headers: Headers, now: number): LimitHeaders | undefined {
  const limit = wholeNumber(headers.get('x-rate-limit-limit'));
  const remaining = wholeNumber(headers.get('x-rate-limit-remaining'));
  const reset = readReset(headers, now);
  if (limit === undefined || limit === 0 || remaining === undefined || reset === undefined) return undefined;
  return { limit, remaining, resetAt: reset };
}

/** When the window ends, epoch milliseconds on our clock. */
export function readReset(headers: Headers, now: number): number | undefined {
  const reset = wholeNumber(headers.get('x-rate-limit-reset'));
  if (reset === undefined) return undefined;
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? reset * 1000 : now + (reset * 1000 - theirs);
}

/** Undefined for any other text, such as the values of a repeated header, which arrive joined by commas. */
function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
