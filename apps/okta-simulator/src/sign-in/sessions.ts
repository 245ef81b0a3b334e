import { randomBytes } from 'node:crypto';

export interface Session {
  readonly userId: string;
  /** Who signed the person in: the identity provider, or Okta itself. */
  readonly provider: string;
  /** Milliseconds. */
  readonly authenticatedAt: number;
}

const COOKIE = 'sid';

/** The browsers that are signed in to the org. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly now: () => number) {}

  /** @returns a Set-Cookie header */
  start(session: Omit<Session, 'authenticatedAt'>): string {
    const id = randomBytes(24).toString('base64url');
    this.sessions.set(id, { ...session, authenticatedAt: this.now() });
    return setCookie(COOKIE, id);
  }

  of(cookieHeader: string | undefined): Session | undefined {
    return this.sessions.get(cookieOf(cookieHeader, COOKIE) ?? '');
  }

  /** @returns a Set-Cookie header */
  end(cookieHeader: string | undefined): string {
    this.sessions.delete(cookieOf(cookieHeader, COOKIE) ?? '');
    return setCookie(COOKIE, '');
  }
}

/** The value of a cookie in a `Cookie` header (RFC 6265 §4.2). */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  return header
    ?.split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** A session cookie that the browser also sends when a provider redirects back to the org. */
export function setCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`;
}
