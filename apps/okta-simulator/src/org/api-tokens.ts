import { randomBytes } from 'node:crypto';

export type TokenRole = 'super-admin' | 'org-admin' | 'read-only';

export interface ApiTokenOptions {
  /** The administrator who created the token; `GET /users/me` returns this person. */
  ownerId: string;
  role?: TokenRole;
  /** Milliseconds until the token expires. If unset, it never expires. */
  expiresInMs?: number;
}

export interface ApiToken {
  readonly value: string;
  readonly ownerId: string;
  readonly role: TokenRole;
  readonly expiresAt: number;
}

/** The org's API tokens (Security > API > Tokens). Any number of them may be valid at the same time. */
export class ApiTokens {
  private readonly tokens = new Map<string, ApiToken>();

  constructor(private readonly now: () => number) {}

  create(options: ApiTokenOptions): string {
    const value = `00${randomBytes(30).toString('base64url')}`;
    this.tokens.set(value, {
      value,
      ownerId: options.ownerId,
      role: options.role ?? 'super-admin',
      expiresAt: options.expiresInMs === undefined ? Number.POSITIVE_INFINITY : this.now() + options.expiresInMs,
    });
    return value;
  }

  revoke(value: string): void {
    this.tokens.delete(value);
  }

  find(value: string): ApiToken | undefined {
    const token = this.tokens.get(value);
    return token && token.expiresAt > this.now() ? token : undefined;
  }
}
