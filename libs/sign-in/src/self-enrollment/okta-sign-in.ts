import { Injectable } from '@nestjs/common';
import { AppConfig, OutboundHttp } from '@rollcall/platform';
import type { Configuration, CustomFetchOptions } from 'openid-client';

/** A web application in Okta whose users may create passkeys. */
export interface OktaApplication {
  /** The issuer of the org authorization server, e.g. `https://acme.okta.com`. */
  oktaUrl: string;
  clientId: string;
  clientSecret: string;
}

/** The values that the response to an authorization request must contain. */
export interface ExpectedAnswer {
  state: string;
  nonce: string;
  verifier: string;
}

/** The person who has signed in at Okta. */
export interface OktaPerson {
  /** Okta's user id. It is the `sub` of the org authorization server. */
  oktaUserId: string;
  login: string | undefined;
}

const TIMEOUT_MS = 10_000;
/** Maximum age in seconds of the person's sign-in at Okta. If it is older, Okta asks the person to sign in again. */
const MAX_AGE = 300;

/** Loads the library only when the first person signs in. */
const library = (): Promise<typeof import('openid-client')> => import('openid-client');

/** Rollcall as an OpenID client of an Okta org: authorization code flow with PKCE. */
@Injectable()
export class OktaSignIns {
  readonly redirectUri: string;

  constructor(
    private readonly outbound: OutboundHttp,
    { publicUrl }: AppConfig,
  ) {
    this.redirectUri = `${publicUrl}/enroll/callback`;
  }

  /**
   * Returns the URL for the browser, and the values that the response must contain.
   * @param integrationId becomes part of the state, so that a person can start again in a browser that has no cookie
   */
  async begin(application: OktaApplication, integrationId: string): Promise<{ url: URL; expected: ExpectedAnswer }> {
    const client = await library();
    const expected = {
      state: `${client.randomState()}.${integrationId}`,
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(await this.configuration(application), {
      redirect_uri: this.redirectUri,
      scope: 'openid profile',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
      max_age: String(MAX_AGE),
    });
    return { url, expected };
  }

  /**
   * Exchanges the code of a callback and verifies the ID token (OpenID Connect Core §3.1.3.7).
   * @param query the query string of the callback
   * @throws Error of the library, also if Okta's response is an error
   */
  async finish(application: OktaApplication, query: string, expected: ExpectedAnswer): Promise<OktaPerson> {
    const client = await library();
    const callback = new URL(`${this.redirectUri}?${query}`);
    const tokens = await client.authorizationCodeGrant(await this.configuration(application), callback, {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.verifier,
      maxAge: MAX_AGE,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The answer holds no ID token');
    const login = claims['preferred_username'];
    return { oktaUserId: claims.sub, login: typeof login === 'string' ? login : undefined };
  }

  /** The endpoints of Okta are known, so no discovery document is read. */
  private async configuration({ oktaUrl, clientId, clientSecret }: OktaApplication): Promise<Configuration> {
    const client = await library();
    const server = {
      issuer: oktaUrl,
      authorization_endpoint: `${oktaUrl}/oauth2/v1/authorize`,
      token_endpoint: `${oktaUrl}/oauth2/v1/token`,
      jwks_uri: `${oktaUrl}/oauth2/v1/keys`,
    };
    const configuration = new client.Configuration(server, clientId, {}, client.ClientSecretBasic(clientSecret));
    client.enableNonRepudiationChecks(configuration);
    configuration[client.customFetch] = (url, options) => this.fetch(url, options);
    // Allowed here for every address. Whether this address may be reached without TLS is checked when the request is
    // sent.
    if (oktaUrl.startsWith('http:')) client.allowInsecureRequests(configuration);
    return configuration;
  }

  private async fetch(url: string, { method, headers, body }: CustomFetchOptions): Promise<Response> {
    const answer = await this.outbound.send(new URL(url), {
      method,
      headers,
      timeoutMs: TIMEOUT_MS,
      ...(body !== undefined && body !== null && { body: String(body) }),
    });
    return new Response(answer.text, { status: answer.status, headers: answer.headers });
  }
}
