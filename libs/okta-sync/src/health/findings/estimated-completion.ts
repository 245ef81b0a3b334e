import { sustainedPerMinute } from '@rollcall/okta';
import { DirectoryProvider } from '@rollcall/directory-integration';
import { SCIM_PACE } from '../../outbound-scim/scim-target.js';

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

/** Writes a minute that a long queue gets; null while it is not known. @param share of Okta's limit that is ours, 0 to 1 */
export function writesPerMinute({ provider, rate_limit: limit }: WritePace, share: number): number | null {
  return WRITES_PER_MINUTE[provider](limit, share);
}

const WRITES_PER_MINUTE: Record<DirectoryProvider, (limit: number | null, share: number) => number | null> = {
  [DirectoryProvider.OKTA]: (limit, share) => (limit === null ? null : sustainedPerMinute(limit, share)),
  [DirectoryProvider.GENERIC_SCIM]: () => SCIM_PACE.perSecond * 60,
};

/**
 * When the last of `pending` changes will have been written at the present limit, if no more come and none fails.
 * Null when nothing waits, nothing is written, or the limit is not known.
 */
export function estimatedCompletion(pace: WritePace, pending: number, share: number, now: Date): Date | null {
  const perMinute = writesPerMinute(pace, share);
  if (!pace.enabled || pace.paused_reason !== null || pending === 0 || !perMinute) return null;
  const start = Math.max(now.getTime(), pace.blocked_until?.getTime() ?? 0);
  return new Date(start + (pending / perMinute) * MINUTE_MS);
}
