/** What is known of one rate limit of one Okta org; times are epoch milliseconds. */
export interface Quota {
  tokens: number;
  refilledAt: number;
  /** Requests per window of one minute, as Okta last told; unknown before the first answer. */
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
  /** Milliseconds until at least one more request may be granted; 0 when all were. */
  waitMs: number;
}

const WINDOW_MS = 60_000;
/** Okta's windows last a minute: what lies further ahead comes of a clock that was set back, or of a header that is wrong. */
export const FARTHEST_MS = 5 * WINDOW_MS;
const CLOCK_ERROR_MS = 1_000;
/** How to go on while no answer told a limit. */
export interface UntoldPace {
  perSecond: number;
  burst: number;
}

/** Whose limits they are. */
export interface RateLimited {
  readonly tenantId: string;
  readonly domain: string;
  /** A handful of requests unless told: Okta's first answers tell its limits. */
  readonly untold?: UntoldPace;
}

const UNKNOWN: UntoldPace = { perSecond: 1, burst: 5 };
const LOOK_AGAIN_MS = 50;
/** The part of Okta's limit that is never touched: other tools of the customer live on it. */
const RESERVE = 0.1;

export function newQuota(now: number): Quota {
  return { tokens: UNKNOWN.burst, refilledAt: now, limit: null, remaining: null, resetAt: null, blockedUntil: null };
}

interface Pace {
  perMs: number;
  burst: number;
}

/** A third of our share may go at once, the rest evenly; and no faster than what everybody has left of this window allows. */
function paceOf(quota: Quota, now: number, share: number, untold: UntoldPace): Pace {
  if (quota.limit === null) return { perMs: untold.perSecond / 1000, burst: untold.burst };
  const ours = quota.limit * share;
  const burst = burstOf(quota.limit, share);
  const fair = Math.max(ours - burst, (ours * 2) / 3) / WINDOW_MS;
  const left = usable(quota, now);
  if (left === null) return { perMs: fair, burst };
  const millisecondsLeft = Math.max(1, (quota.resetAt ?? now) - now);
  return { perMs: Math.min(fair, left / millisecondsLeft), burst };
}

function burstOf(limit: number, share: number): number {
  return Math.max(1, Math.floor((limit * share) / 3));
}

/** Requests of the current window that may still be spent, or null when the window's state is not known. */
function usable(quota: Quota, now: number): number | null {
  if (quota.limit === null || quota.remaining === null || quota.resetAt === null || quota.resetAt <= now) return null;
  return Math.max(0, quota.remaining - Math.ceil(quota.limit * RESERVE));
}

/** Without times so far ahead that waiting for them would be waiting for ever. */
function believable(quota: Quota, now: number): Quota {
  const { refilledAt, resetAt, blockedUntil } = quota;
  return {
    ...quota,
    refilledAt: refilledAt > now + CLOCK_ERROR_MS ? now : refilledAt,
    resetAt: resetAt !== null && resetAt > now + FARTHEST_MS ? null : resetAt,
    blockedUntil: blockedUntil === null ? null : Math.min(blockedUntil, now + FARTHEST_MS),
  };
}

/** Takes up to `wanted` requests out of the bucket. Who waits as told is granted one within minutes, whatever the bucket held before. */
export function takeFrom(told: Quota, wanted: number, now: number, share: number, untold: UntoldPace = UNKNOWN): Grant {
  const quota = believable(told, now);
  const { perMs, burst } = paceOf(quota, now, share, untold);
  const elapsed = Math.max(0, now - quota.refilledAt);
  const tokens = Math.min(burst, quota.tokens + elapsed * perMs);
  const refilled: Quota = { ...quota, tokens, refilledAt: Math.max(now, quota.refilledAt) };
  if (quota.blockedUntil !== null && quota.blockedUntil > now) {
    return { quota: refilled, granted: 0, waitMs: quota.blockedUntil - now };
  }
  const left = usable(quota, now);
  const granted = Math.max(0, Math.min(wanted, Math.floor(tokens), left ?? wanted));
  const after = {
    ...refilled,
    tokens: tokens - granted,
    remaining: quota.remaining === null ? null : Math.max(0, quota.remaining - granted),
  };
  return { quota: after, granted, waitMs: granted === wanted ? 0 : waitFor(after, now, perMs, left === granted) };
}

function waitFor(quota: Quota, now: number, perMs: number, windowSpent: boolean): number {
  const untilReset = Math.max(1, (quota.resetAt ?? now + WINDOW_MS) - now);
  if (windowSpent || perMs <= 0) return untilReset;
  const untilToken = Math.max(1, Math.ceil((1 - quota.tokens) / perMs));
  // The first answers are about to tell the limit.
  if (quota.limit === null) return Math.min(untilToken, LOOK_AGAIN_MS);
  return Math.min(untilToken, WINDOW_MS, quota.resetAt !== null && quota.resetAt > now ? untilReset : WINDOW_MS);
}

/** Learns from an answer; answers arrive in any order, so an older window or a higher remainder of this one changes nothing. */
export function learn(quota: Quota, seen: LimitHeaders): Quota {
  if (quota.resetAt !== null && seen.resetAt < quota.resetAt - 1000) return quota;
  const sameWindow = quota.resetAt !== null && Math.abs(seen.resetAt - quota.resetAt) <= 1000;
  // The first answer of an org tells its limit: from then on the real burst may be used.
  const tokens = quota.limit === null ? Number.MAX_SAFE_INTEGER : quota.tokens;
  const remaining = sameWindow && quota.remaining !== null ? Math.min(quota.remaining, seen.remaining) : seen.remaining;
  return { ...quota, tokens, limit: seen.limit, remaining, resetAt: sameWindow ? quota.resetAt : seen.resetAt };
}

/** After a 429: nobody asks this org again before `until`. */
export function block(quota: Quota, until: number): Quota {
  return { ...quota, tokens: 0, blockedUntil: Math.max(until, quota.blockedUntil ?? 0) };
}
