const RENEW_BEFORE_MS = 60_000;
const MAX_TOKENS = 500;

export interface IssuedToken {
  token: string;
  /** Milliseconds from now until the token expires. */
  lifetimeMs: number;
}

interface Held {
  token: string;
  renewAt: number;
}

/** Caches access tokens, one per key; concurrent callers share a request. Each is renewed shortly before its expiry. */
export class AccessTokenCache {
  private readonly held = new Map<string, Promise<Held>>();

  /** @param now epoch milliseconds of a clock */
  constructor(private readonly now: () => number) {}

  /** @throws the error of `request`, for every caller that waited for it; the next caller requests again */
  async get(key: string, request: () => Promise<IssuedToken>): Promise<string> {
    for (;;) {
      const coming = this.held.get(key) ?? this.keep(key, request);
      const { token, renewAt } = await coming;
      if (renewAt > this.now()) return token;
      this.drop(key, coming);
    }
  }

  /** Drops a token that was refused before its expiry, unless it has been replaced since. */
  async forget(key: string, token: string): Promise<void> {
    const known = this.held.get(key);
    if (known && (await known.catch(() => undefined))?.token === token) this.drop(key, known);
  }

  private keep(key: string, request: () => Promise<IssuedToken>): Promise<Held> {
    const asked = this.now();
    const coming = request().then(({ token, lifetimeMs }) => ({
      token,
      // A short-lived token is renewed after half of its lifetime; every token is kept for at least a second.
      renewAt: asked + Math.max(1_000, lifetimeMs - Math.min(RENEW_BEFORE_MS, lifetimeMs / 2)),
    }));
    coming.catch(() => this.drop(key, coming));
    if (this.held.size >= MAX_TOKENS) this.held.delete(this.held.keys().next().value ?? '');
    this.held.set(key, coming);
    return coming;
  }

  private drop(key: string, held: Promise<Held>): void {
    if (this.held.get(key) === held) this.held.delete(key);
  }
}
