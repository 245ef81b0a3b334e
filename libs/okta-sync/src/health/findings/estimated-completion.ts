import type { DirectoryProvider } from '@rollcall/directory-integration';
import { PROVIDER_FINDINGS } from './provider-findings.js';

const MINUTE_MS = 60_000;

/** The facts that determine how fast the waiting changes of an integration are written. */
export interface WritePace {
  provider: DirectoryProvider;
  enabled: boolean | null;
  paused_reason: string | null;
  /** Okta's limit of writes per minute; null before Okta's first answer. */
  rate_limit: number | null;
  /** After a 429: no request is sent before this time. Null if no 429 was received. */
  blocked_until: Date | null;
}

/**
 * Estimates when all `pending` changes will be written at the current limit, if no change is added and no write fails.
 * Null if no change is pending, if the sync is disabled or paused, or if the limit is unknown.
 */
export function estimatedCompletion(pace: WritePace, pending: number, share: number, now: Date): Date | null {
  const perMinute = PROVIDER_FINDINGS[pace.provider].writesPerMinute(pace.rate_limit, share);
  if (!pace.enabled || pace.paused_reason !== null || pending === 0 || !perMinute) return null;
  const start = Math.max(now.getTime(), pace.blocked_until?.getTime() ?? 0);
  return new Date(start + (pending / perMinute) * MINUTE_MS);
}
