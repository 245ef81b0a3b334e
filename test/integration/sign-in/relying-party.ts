import * as oidc from 'openid-client';
import type { SoftwareAuthenticator } from '../passkeys/software-authenticator.js';
import type { Browser } from './browser.js';
import { type Client, REDIRECT_URI } from './sign-in-app.js';

/** Timeout of a request. The first request loads the OpenID library, which takes long on a busy machine. */
const PATIENCE_SECONDS = 240;

export interface Request {
  url: URL;
  checks: { expectedState: string; expectedNonce: string; pkceCodeVerifier?: string };
}

/** Plays Okta's part in a sign-in, with the library openid-client. */
export class RelyingParty {
  private constructor(
    readonly config: oidc.Configuration,
    readonly client: Client,
  ) {}

  static async discover(client: Client, authentication?: oidc.ClientAuth): Promise<RelyingParty> {
    const config = await oidc.discovery(
      new URL(client.issuer),
      client.clientId,
      undefined,
      authentication ?? oidc.ClientSecretBasic(client.clientSecret),
      { execute: [oidc.allowInsecureRequests], timeout: PATIENCE_SECONDS },
    );
    return new RelyingParty(config, client);
  }

  /** @param parameters are added to Okta's default parameters, or replace them */
  request(parameters: Record<string, string> = {}): Request {
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const url = oidc.buildAuthorizationUrl(this.config, {
      redirect_uri: REDIRECT_URI,
      scope: 'openid email profile',
      state,
      nonce,
      ...parameters,
    });
    return { url, checks: { expectedState: state, expectedNonce: nonce } };
  }

  /** The URL of an authorization request whose parameters are in a signed request object (RFC 9101). */
  signedUrl(request: string): URL {
    const url = new URL(this.config.serverMetadata().authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: this.client.clientId,
      scope: 'openid',
      response_type: 'code',
      request,
    }).toString();
    return url;
  }

  /** Signs in and exchanges the code. */
  async signIn(browser: Browser, device: SoftwareAuthenticator, parameters: Record<string, string> = {}) {
    const { url, checks } = this.request(parameters);
    return this.tokens(await browser.signIn(url, device), checks);
  }

  /** Calls the token endpoint directly, without the checks of openid-client. */
  async exchange(callback: URL, fields: Record<string, string> = {}, secret = this.client.clientSecret) {
    const answer = await fetch(this.config.serverMetadata().token_endpoint ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: REDIRECT_URI,
        client_id: this.client.clientId,
        client_secret: secret,
        ...fields,
      }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  }

  /** Exchanges the code of the callback. Checks the ID token as OpenID Connect Core §3.1.3.7 requires. */
  async tokens(callback: URL, checks: Request['checks']) {
    return oidc.authorizationCodeGrant(this.config, callback, checks);
  }
}
