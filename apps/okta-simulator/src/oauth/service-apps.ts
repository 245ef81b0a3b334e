import { randomBytes, type JsonWebKey } from 'node:crypto';
import { InvalidClientAssertion, claimedIssuer, verifyClientAssertion } from './client-assertion.js';

export interface ServiceApp {
  readonly clientId: string;
  readonly keys: readonly JsonWebKey[];
  /** Scopes granted on the app's "Okta API Scopes" tab. */
  readonly scopes: readonly string[];
  /** Whether the app has an administrator role. Without one, Okta refuses every call, even if its scope is granted. */
  readonly adminRole: boolean;
}

export interface AccessToken {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly adminRole: boolean;
  readonly expiresAt: number;
}

/** An OAuth error answer (RFC 6749 §5.2). */
export class OAuthError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    description: string,
  ) {
    super(description);
  }
}

/** Service apps of "OAuth for Okta": accepts private_key_jwt assertions and issues access tokens valid for one hour. */
export class ServiceApps {
  lifetimeSeconds = 3600;
  tokenRequests = 0;
  private readonly apps = new Map<string, ServiceApp>();
  private readonly tokens = new Map<string, AccessToken>();
  private readonly seenAssertions = new Set<string>();

  constructor(private readonly now: () => number) {}

  register(app: Omit<ServiceApp, 'clientId' | 'adminRole'> & { clientId?: string; adminRole?: boolean }): ServiceApp {
    const clientId = app.clientId ?? `0oa1${randomBytes(12).toString('hex').slice(0, 16)}`;
    const registered = { ...app, clientId, adminRole: app.adminRole ?? true };
    this.apps.set(clientId, registered);
    return registered;
  }

  remove(clientId: string): void {
    this.apps.delete(clientId);
    for (const [value, token] of this.tokens) if (token.clientId === clientId) this.tokens.delete(value);
  }

  /** Invalidates every access token, as a real org does when an app's key is revoked. */
  revokeTokens(): void {
    this.tokens.clear();
  }

  /** Answers a client_credentials request (RFC 6749 §4.4). */
  issue(form: URLSearchParams, audience: string): Record<string, unknown> {
    this.tokenRequests += 1;
    if (form.get('grant_type') !== 'client_credentials') {
      throw new OAuthError(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
    }
    const app = this.authenticate(form.get('client_assertion') ?? '', audience);
    const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    const refused = scopes.filter((scope) => !app.scopes.includes(scope));
    if (scopes.length === 0 || refused.length > 0) {
      throw new OAuthError(
        400,
        'invalid_scope',
        `One or more scopes are not granted to the client: ${refused.join(', ')}`,
      );
    }
    const value = `eyJ${randomBytes(48).toString('base64url')}`;
    const expiresAt = this.now() + this.lifetimeSeconds * 1000;
    this.tokens.set(value, { clientId: app.clientId, scopes, adminRole: app.adminRole, expiresAt });
    return { token_type: 'Bearer', expires_in: this.lifetimeSeconds, access_token: value, scope: scopes.join(' ') };
  }

  find(value: string): AccessToken | undefined {
    const token = this.tokens.get(value);
    return token && token.expiresAt > this.now() ? token : undefined;
  }

  private authenticate(assertion: string, audience: string): ServiceApp {
    try {
      const app = this.apps.get(claimedIssuer(assertion));
      if (!app) throw new InvalidClientAssertion('The client is unknown.');
      const claims = verifyClientAssertion(assertion, {
        clientId: app.clientId,
        audience,
        keys: app.keys,
        nowMs: this.now(),
      });
      if (claims.jti !== undefined && this.seenAssertions.has(claims.jti)) {
        throw new InvalidClientAssertion('The client_assertion token has already been used.');
      }
      if (claims.jti !== undefined) this.seenAssertions.add(claims.jti);
      return app;
    } catch (error) {
      if (error instanceof InvalidClientAssertion) throw new OAuthError(401, 'invalid_client', error.message);
      throw error;
    }
  }
}
