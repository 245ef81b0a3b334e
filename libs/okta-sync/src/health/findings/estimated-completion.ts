import type { DirectoryProvider } from '@rollcall/directory-integration';
import { PROVIDER_FINDINGS } from './provider-findings.js';

const MINUTE_MS = 60_000;

/** What decides how fast the waiting changes of an integration are written. */
export interface WritePace {
  provider: DirectoryProvider;
  enabled: boolean | null;
  paused_reason: string | null;
  /** Okta's limit for writes, a minute; null before its first answer. */
  rate_limit: number | null;
  /** After a 429. */
  blocked_until: Date | null;
}

/**
 * When the last of `pending` changes will have been written at the present limit, if no more come and none fails.
 * Null when nothing waits, nothing is written, or the limit is not known.
 */
export function estimatedCompletion(pace: WritePace, pending: number, share: number, now: Date): Date | null {
  const perMinute = PROVIDER_FINDINGS[pace.provider].writesPerMinute(pace.rate_limit, share);
  if (!pace.enabled || pace.paused_reason !== null || pending === 0 || !perMinute) return null;
  const start = Math.max(now.getTime(), pace.blocked_until?.getTime() ?? 0);
  return new Date(start + (pending / perMinute) * MINUTE_MS);
}
