/** Requests per minute for each endpoint. The defaults are those that Okta publishes for Workforce orgs. */
export interface RateLimits {
  'POST /users/{id}': number;
  'GET /users': number;
  'GET /users/{id}': number;
  other: number;
}

export type Bucket = keyof RateLimits;

export const DEFAULT_RATE_LIMITS: RateLimits = {
  'POST /users/{id}': 600,
  'GET /users': 600,
  'GET /users/{id}': 2000,
  other: 1200,
};

export interface RateDecision {
  readonly refused: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

interface Window {
  startedAt: number;
  used: number;
}

/** The rate limit that a request counts against. */
export function bucketOf(method: string, path: string): Bucket {
  if (path === '/api/v1/users' && method === 'GET') return 'GET /users';
  if (!/^\/api\/v1\/users\/[^/]+$/.test(path)) return 'other';
  return method === 'GET' ? 'GET /users/{id}' : 'POST /users/{id}';
}

/**
 * Counts requests in fixed windows, one per bucket for the whole org. Okta's three headers report the state (Reset in
 * epoch seconds).
 */
export class RateLimiter {
  limits: RateLimits = DEFAULT_RATE_LIMITS;
  windowMs = 60_000;
  private readonly windows = new Map<Bucket, Window>();

  constructor(private readonly now: () => number) {}

  take(bucket: Bucket): RateDecision {
    const limit = this.limits[bucket];
    const window = this.current(bucket);
    const refused = window.used >= limit;
    if (!refused) window.used += 1;
    return {
      refused,
      headers: {
        'x-rate-limit-limit': String(limit),
        'x-rate-limit-remaining': String(limit - window.used),
        'x-rate-limit-reset': String(Math.ceil((window.startedAt + this.windowMs) / 1000)),
      },
    };
  }

  /** Uses up quota as the customer's other tools would. */
  spend(bucket: Bucket, requests: number): void {
    const window = this.current(bucket);
    window.used = Math.min(this.limits[bucket], window.used + requests);
  }

  reset(): void {
    this.windows.clear();
  }

  private current(bucket: Bucket): Window {
    const window = this.windows.get(bucket);
    if (window && this.now() < window.startedAt + this.windowMs) return window;
    const opened = { startedAt: this.now(), used: 0 };
    this.windows.set(bucket, opened);
    return opened;
  }
}
