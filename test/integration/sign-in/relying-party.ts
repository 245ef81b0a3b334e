import * as oidc from 'openid-client';
import { type Client, REDIRECT_URI } from './sign-in-app.js';

export interface Request {
  url: URL;
  checks: { expectedState: string; expectedNonce: string; pkceCodeVerifier?: string };
}

/** Okta's part of a sign-in, with openid-client. */
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
      { execute: [oidc.allowInsecureRequests] },
    );
    return new RelyingParty(config, client);
  }

  /** @param parameters on top of, or instead of, what Okta sends by default */
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

  /** Exchanges the code of the callback and checks the ID token as OpenID Connect Core §3.1.3.7 says. */
  async tokens(callback: URL, checks: Request['checks']) {
    return oidc.authorizationCodeGrant(this.config, callback, checks);
  }
}
