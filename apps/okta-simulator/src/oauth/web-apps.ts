import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { OAuthError } from './service-apps.js';

/** A user of the org. */
interface AppUser {
  readonly id: string;
  readonly profile: Readonly<Record<string, unknown>>;
}

/** An "OIDC web application" of the org. */
export interface WebApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /** Whether a user is assigned to the app. If omitted, all users are. */
  readonly assigned?: (user: AppUser) => boolean;
}

/** A valid authorization request (OpenID Connect Core §3.1.2.1). */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
}

interface IssuedCode {
  readonly request: AuthorizationRequest;
  readonly user: AppUser;
  /** Milliseconds. */
  readonly authenticatedAt: number;
  readonly expiresAt: number;
}

const CODE_MS = 300_000;
const TOKEN_SECONDS = 3600;
const KEY_ID = 'org-signing-key';

/** The org authorization server for web applications: authorization code flow, ID tokens signed with RS256. */
export class WebApps {
  private readonly apps = new Map<string, WebApp>();
  private readonly codes = new Map<string, IssuedCode>();
  private keys: { publicKey: KeyObject; privateKey: KeyObject } | undefined;

  /** For tests of clients: changes the claims of ID tokens before they are signed. */
  alterClaims: (claims: JWTPayload) => JWTPayload = (claims) => claims;
  /** For tests of clients: changes signed ID tokens. */
  alterToken: (token: string) => string = (token) => token;

  constructor(private readonly now: () => number) {}

  register(app: Pick<WebApp, 'redirectUris' | 'assigned'>): WebApp {
    const clientId = `0oa2${randomBytes(8).toString('hex')}`;
    const registered = { ...app, clientId, clientSecret: randomBytes(32).toString('base64url') };
    this.apps.set(clientId, registered);
    return registered;
  }

  find(clientId: string): WebApp | undefined {
    return this.apps.get(clientId);
  }

  issueCode(request: AuthorizationRequest, user: AppUser, authenticatedAt: number): string {
    const code = randomBytes(32).toString('base64url');
    this.codes.set(code, { request, user, authenticatedAt, expiresAt: this.now() + CODE_MS });
    return code;
  }

  /** Answers an authorization_code request (RFC 6749 §4.1.3). @throws OAuthError */
  async exchange(
    form: URLSearchParams,
    authorization: string | undefined,
    issuer: string,
  ): Promise<Record<string, unknown>> {
    const app = this.authenticate(authorization);
    const code = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const wrong =
      !code ||
      code.expiresAt <= this.now() ||
      code.request.clientId !== app.clientId ||
      code.request.redirectUri !== form.get('redirect_uri') ||
      !answers(code.request.challenge, form.get('code_verifier'));
    if (wrong) throw new OAuthError(400, 'invalid_grant', 'The authorization code is invalid or has expired.');
    return {
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      access_token: randomBytes(32).toString('base64url'),
      scope: 'openid profile',
      id_token: await this.idToken(code, issuer),
    };
  }

  jwks(): { keys: object[] } {
    const jwk = createPublicKey(this.signingKey).export({ format: 'jwk' });
    return { keys: [{ ...jwk, kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
  }

  private async idToken({ request, user, authenticatedAt }: IssuedCode, issuer: string): Promise<string> {
    const { SignJWT } = await import('jose');
    const now = Math.floor(this.now() / 1000);
    const claims = this.alterClaims({
      iss: issuer,
      sub: user.id,
      aud: request.clientId,
      iat: now,
      exp: now + TOKEN_SECONDS,
      auth_time: Math.floor(authenticatedAt / 1000),
      preferred_username: String(user.profile['login']),
      name: `${String(user.profile['firstName'])} ${String(user.profile['lastName'])}`,
      ...(request.nonce !== undefined && { nonce: request.nonce }),
    });
    const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID });
    return this.alterToken(await token.sign(this.signingKey));
  }

  /** Created on first use, because most tests do not need it. */
  private get signingKey(): KeyObject {
    return (this.keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 })).privateKey;
  }

  /** client_secret_basic (RFC 6749 §2.3.1). */
  private authenticate(authorization = ''): WebApp {
    const [id = '', secret = ''] = Buffer.from(authorization.replace(/^Basic /i, ''), 'base64')
      .toString('utf8')
      .split(':')
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    const app = this.apps.get(id);
    if (app?.clientSecret !== secret) throw new OAuthError(401, 'invalid_client', 'The client secret is invalid.');
    return app;
  }
}

/** RFC 7636 §4.6. */
function answers(challenge: string | undefined, verifier: string | null): boolean {
  if (challenge === undefined) return verifier === null;
  return (
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') === challenge
  );
}
