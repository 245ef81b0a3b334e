import {
  countedAt,
  granted as grantedIn,
  grantedOfBurst,
  untilOneLeaves,
  withRequests,
  type RequestsOfSecond,
} from './recent-requests.js';

/** State of one rate limit of one Okta org; times are epoch milliseconds. */
export interface Quota {
  /** Requests available now at the steady pace. */
  tokens: number;
  /** Unused requests, saved for a burst. */
  burst: number;
  /** Requests granted in the last minute, per second. */
  recent: readonly RequestsOfSecond[];
  refilledAt: number;
  /** Requests per window of one minute, according to Okta's last answer; null before the first. */
  limit: number | null;
  remaining: number | null;
  resetAt: number | null;
  blockedUntil: number | null;
}

/** `X-Rate-Limit-Limit`, `-Remaining` and `-Reset` of one answer, the reset on our own clock. */
export interface LimitHeaders {
  limit: number;
  remaining: number;
  resetAt: number;
}

export interface Grant {
  quota: Quota;
  granted: number;
  /** Milliseconds until at least one more request may be granted; 0 when all requested ones were granted. */
  waitMs: number;
}

const WINDOW_MS = 60_000;
/** Okta's windows last a minute: a time further ahead comes from a clock that was set back or a wrong header. */
export const FARTHEST_MS = 5 * WINDOW_MS;
const CLOCK_ERROR_MS = 1_000;
/** The pace until an answer reports a limit. */
export interface UnknownLimitPace {
  perSecond: number;
  burst: number;
}

/** The owner of rate limits. */
export interface RateLimited {
  readonly tenantId: string;
  readonly domain: string;
  /** Id of an Okta org, the same under all its host names; if known, it is used instead of `domain`. */
  readonly orgId?: string | undefined;
  /** Defaults to a few requests, because Okta's first answers report its limits. */
  readonly unknownLimitPace?: UnknownLimitPace;
}

const UNKNOWN: UnknownLimitPace = { perSecond: 1, burst: 5 };
const LOOK_AGAIN_MS = 50;
/** The part of Okta's limit that is never used, for the customer's other tools. */
const RESERVE = 0.1;

/** Orgs with the same key share their limits within a tenant. */
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

/** A minute plus two seconds: one for rounding, one for the tokens that may be saved. So no minute exceeds our share. */
const EVEN_MS = WINDOW_MS + 2_000;

/** Requests per minute for a long queue, if other users of the limit leave enough. @param share of the limit, 0 to 1 */
export function sustainedPerMinute(limit: number, share: number): number {
  return (limit * share * WINDOW_MS) / EVEN_MS;
}

interface Pace {
  perMs: number;
  /** Maximum saved tokens of the steady pace, and of the burst. */
  kept: number;
  burst: number;
  /** Requests allowed in any minute. */
  perWindow: number;
}

/**
 * Spreads our whole share evenly over the minute. A third of it may be saved and used at once; the following minute is then slower. Never
 * faster than the org's remaining requests of this window allow.
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

/** Requests of the current window that we may still use; null if the state of the window is unknown. */
function usable(quota: Quota, now: number): number | null {
  if (quota.limit === null || quota.remaining === null || quota.resetAt === null || quota.resetAt <= now) return null;
  return Math.max(0, quota.remaining - Math.ceil(quota.limit * RESERVE));
}

/** Removes implausible times that are too far ahead to wait for. */
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
 * Takes up to `wanted` requests from the bucket. A caller that waits for the returned time gets one within minutes, whatever the initial
 * state.
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

/** New requests fill the tokens of the steady pace first, then the burst. */
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
  // The limit will be known after the first answers.
  if (quota.limit === null) return Math.min(untilToken, LOOK_AGAIN_MS);
  return Math.min(untilToken, WINDOW_MS, quota.resetAt !== null && quota.resetAt > now ? untilReset : WINDOW_MS);
}

/**
 * Updates the state from an answer. Answers arrive in any order, so an older window, or a higher remaining number of the current one, is ignored.
 */
export function learn(quota: Quota, seen: LimitHeaders): Quota {
  if (quota.resetAt !== null && seen.resetAt < quota.resetAt - 1000) return quota;
  const sameWindow = quota.resetAt !== null && Math.abs(seen.resetAt - quota.resetAt) <= 1000;
  // The first answer reports the org's limit, from which the burst is computed.
  const burst = quota.limit === null ? Number.MAX_SAFE_INTEGER : quota.burst;
  const remaining = sameWindow && quota.remaining !== null ? Math.min(quota.remaining, seen.remaining) : seen.remaining;
  return { ...quota, burst, limit: seen.limit, remaining, resetAt: sameWindow ? quota.resetAt : seen.resetAt };
}

/** After a 429: blocks requests to this org until `until`. */
export function block(quota: Quota, until: number): Quota {
  return { ...quota, tokens: 0, burst: 0, blockedUntil: Math.max(until, quota.blockedUntil ?? 0) };
}
