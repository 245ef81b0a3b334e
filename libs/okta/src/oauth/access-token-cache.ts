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

/** Caches one access token per key, and renews it shortly before it expires. Concurrent callers share one token request. */
export class AccessTokenCache {
  private readonly held = new Map<string, Promise<Held>>();

  /** @param now epoch milliseconds of a clock */
  constructor(private readonly now: () => number) {}

  /** A failed `request` fails every caller that waited for it; the next caller sends a new request. @throws the error of `request` */
  async get(key: string, request: () => Promise<IssuedToken>): Promise<string> {
    for (;;) {
      const coming = this.held.get(key) ?? this.keep(key, request);
      const { token, renewAt } = await coming;
      if (renewAt > this.now()) return token;
      this.drop(key, coming);
    }
  }

  /** Drops a token that Okta refused. Does nothing if a newer token has replaced it. */
  async forget(key: string, token: string): Promise<void> {
    const known = this.held.get(key);
    if (known && (await known.catch(() => undefined))?.token === token) this.drop(key, known);
  }

  private keep(key: string, request: () => Promise<IssuedToken>): Promise<Held> {
    const asked = this.now();
    const coming = request().then(({ token, lifetimeMs }) => ({
      token,
      // A short-lived token is renewed after half of its lifetime. Every token is used for at least one second.
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
