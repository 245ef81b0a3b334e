import {
  countedAt,
  granted as grantedIn,
  grantedOfBurst,
  untilOneLeaves,
  withRequests,
  type RequestsOfSecond,
} from './recent-requests.js';

/** State of one rate limit of one Okta org. All times are epoch milliseconds. */
export interface Quota {
  /** Requests that the steady pace allows now. */
  tokens: number;
  /** Requests that were saved for a burst. */
  burst: number;
  /** Number of requests granted in each second of the last minute. */
  recent: readonly RequestsOfSecond[];
  refilledAt: number;
  /** Okta's limit per window of one minute, according to its last answer; null before the first answer. */
  limit: number | null;
  remaining: number | null;
  resetAt: number | null;
  blockedUntil: number | null;
}

/** `X-Rate-Limit-Limit`, `-Remaining` and `-Reset` of one answer. The reset time is converted to our clock. */
export interface LimitHeaders {
  limit: number;
  remaining: number;
  resetAt: number;
}

export interface Grant {
  quota: Quota;
  granted: number;
  /** Milliseconds to wait before the next attempt; 0 if all wanted requests were granted. */
  waitMs: number;
}

const WINDOW_MS = 60_000;
/** Okta's windows last one minute. A time that is further ahead than this comes from a wrong header, or from a clock that was set back. */
export const FARTHEST_MS = 5 * WINDOW_MS;
const CLOCK_ERROR_MS = 1_000;
/** The pace while the limit is unknown, before the first answer. */
export interface UnknownLimitPace {
  perSecond: number;
  burst: number;
}

/** The Okta org or SCIM server whose rate limits are shared. */
export interface RateLimited {
  readonly tenantId: string;
  readonly domain: string;
  /** The org's id in Okta, the same under all its host names. If known, it is used instead of `domain`. */
  readonly orgId?: string | undefined;
  /** Defaults to a slow pace, because Okta's first answers report the limit. */
  readonly unknownLimitPace?: UnknownLimitPace;
}

const UNKNOWN: UnknownLimitPace = { perSecond: 1, burst: 5 };
const LOOK_AGAIN_MS = 50;
/** The share of Okta's limit that we never use, so that the customer's other tools can. */
const RESERVE = 0.1;

/** Key of the limits. Within a tenant, integrations with the same key share their limits. */
export function limitsKeyOf({ orgId, domain }: RateLimited): string {
  return orgId ?? domain;
}

export function newQuota(now: number): Quota {
  return {
    tokens: UNKNOWN.burst,
    burst: 0,
    recent: [],
    refilledAt: now,
    limit: null,
    remaining: null,
    resetAt: null,
    blockedUntil: null,
  };
}

/**
 * The steady pace spreads our share of a minute over 62 seconds. One extra second covers rounding, and the other covers
 * saved tokens. So no minute exceeds our share.
 */
const EVEN_MS = WINDOW_MS + 2_000;

/** Requests per minute that a long queue reaches, if other clients leave enough of the limit. @param share of the limit, 0 to 1 */
export function sustainedPerMinute(limit: number, share: number): number {
  return (limit * share * WINDOW_MS) / EVEN_MS;
}

interface Pace {
  perMs: number;
  /** Maximum of saved requests at the steady pace. `burst` is the maximum saved for a burst. */
  kept: number;
  burst: number;
  /** Maximum number of requests in any minute. */
  perWindow: number;
}

/**
 * Spreads our share of the limit evenly over a minute. A third of the share may be saved and used at once; the next
 * minute is then slower. The pace is lower if the org has few requests left in this window.
 */
function paceOf(quota: Quota, now: number, share: number, unknownLimitPace: UnknownLimitPace): Pace {
  if (quota.limit === null)
    return {
      perMs: unknownLimitPace.perSecond / 1000,
      kept: unknownLimitPace.burst,
      burst: 0,
      perWindow: Number.POSITIVE_INFINITY,
    };
  const ours = quota.limit * share;
  const even = Math.max(0, ours - grantedOfBurst(quota.recent)) / EVEN_MS;
  const left = usable(quota, now);
  const millisecondsLeft = Math.max(1, (quota.resetAt ?? now) - now);
  const perMs = left === null ? even : Math.min(even, left / millisecondsLeft);
  return {
    perMs,
    kept: Math.max(2, perMs * 1_000),
    burst: burstOf(quota.limit, share),
    perWindow: Math.max(1, Math.floor(ours)),
  };
}

function burstOf(limit: number, share: number): number {
  return Math.max(1, Math.floor((limit * share) / 3));
}

/** Requests that we may still send in the current window; null if the state of the window is unknown. */
function usable(quota: Quota, now: number): number | null {
  if (quota.limit === null || quota.remaining === null || quota.resetAt === null || quota.resetAt <= now) return null;
  return Math.max(0, quota.remaining - Math.ceil(quota.limit * RESERVE));
}

/** Corrects times that are too far ahead to be true, so that no caller waits for them. */
function believable(quota: Quota, now: number): Quota {
  const { refilledAt, resetAt, blockedUntil } = quota;
  return {
    ...quota,
    recent: countedAt(quota.recent, now),
    refilledAt: refilledAt > now + CLOCK_ERROR_MS ? now : refilledAt,
    resetAt: resetAt !== null && resetAt > now + FARTHEST_MS ? null : resetAt,
    blockedUntil: blockedUntil === null ? null : Math.min(blockedUntil, now + FARTHEST_MS),
  };
}

/**
 * Takes up to `wanted` requests from the bucket. A caller that waits for the returned time and tries again gets a
 * request within minutes, whatever the initial state.
 */
export function takeFrom(
  told: Quota,
  wanted: number,
  now: number,
  share: number,
  unknownLimitPace: UnknownLimitPace = UNKNOWN,
): Grant {
  const quota = believable(told, now);
  const pace = paceOf(quota, now, share, unknownLimitPace);
  const refilled = refill(quota, pace, now);
  if (quota.blockedUntil !== null && quota.blockedUntil > now) {
    return { quota: refilled, granted: 0, waitMs: quota.blockedUntil - now };
  }
  const left = usable(quota, now) ?? Number.POSITIVE_INFINITY;
  const room = pace.perWindow - grantedIn(quota.recent);
  const held = Math.floor(refilled.tokens + refilled.burst);
  const granted = Math.max(0, Math.min(wanted, held, left, room));
  const ofPace = Math.min(granted, refilled.tokens);
  const after: Quota = {
    ...refilled,
    tokens: refilled.tokens - ofPace,
    burst: refilled.burst - (granted - ofPace),
    recent: withRequests(quota.recent, now, granted, granted - ofPace),
    remaining: quota.remaining === null ? null : Math.max(0, quota.remaining - granted),
  };
  if (granted === wanted) return { quota: after, granted, waitMs: 0 };
  if (room <= granted) return { quota: after, granted, waitMs: untilOneLeaves(after.recent, now) };
  return { quota: after, granted, waitMs: waitFor(after, now, pace.perMs, left === granted) };
}

/** New requests first fill the tokens of the steady pace. The rest is saved for the burst. */
function refill(quota: Quota, { perMs, kept, burst }: Pace, now: number): Quota {
  const all = quota.tokens + Math.max(0, now - quota.refilledAt) * perMs;
  const tokens = Math.min(kept, all);
  return {
    ...quota,
    tokens,
    burst: Math.min(burst, quota.burst + all - tokens),
    refilledAt: Math.max(now, quota.refilledAt),
  };
}

function waitFor(quota: Quota, now: number, perMs: number, windowSpent: boolean): number {
  const untilReset = Math.max(1, (quota.resetAt ?? now + WINDOW_MS) - now);
  if (windowSpent || perMs <= 0) return untilReset;
  const untilToken = Math.max(1, Math.ceil((1 - quota.tokens - quota.burst) / perMs));
  // A short wait, because the first answers will report the limit.
  if (quota.limit === null) return Math.min(untilToken, LOOK_AGAIN_MS);
  return Math.min(untilToken, WINDOW_MS, quota.resetAt !== null && quota.resetAt > now ? untilReset : WINDOW_MS);
}

/**
 * Updates the state from an answer. Answers may arrive in any order. So an answer of an older window is ignored, and so
 * is a higher remaining number of the current window.
 */
export function learn(quota: Quota, seen: LimitHeaders): Quota {
  if (quota.resetAt !== null && seen.resetAt < quota.resetAt - 1000) return quota;
  const sameWindow = quota.resetAt !== null && Math.abs(seen.resetAt - quota.resetAt) <= 1000;
  // This is the first answer. The burst is set to its maximum, and the next refill reduces it to the size that the
  // limit allows.
  const burst = quota.limit === null ? Number.MAX_SAFE_INTEGER : quota.burst;
  const remaining = sameWindow && quota.remaining !== null ? Math.min(quota.remaining, seen.remaining) : seen.remaining;
  return { ...quota, burst, limit: seen.limit, remaining, resetAt: sameWindow ? quota.resetAt : seen.resetAt };
}

/** After a 429: blocks requests to this org until `until`. */
export function block(quota: Quota, until: number): Quota {
  return { ...quota, tokens: 0, burst: 0, blockedUntil: Math.max(until, quota.blockedUntil ?? 0) };
}
