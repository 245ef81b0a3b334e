import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GenerateKeyPairResult } from 'jose';
import type { IdpSettings } from '../idps/identity-provider.js';

export type ClaimsChange = (claims: Record<string, unknown>) => Record<string, unknown>;

const CLIENT = { id: 'okta', secret: 'a secret for the simulated org' };

/**
 * An OpenID provider for tests. It signs in a given person at once, and its responses are valid or invalid as the test
 * requires.
 */
export class ScriptedProvider {
  /** Claims of the person who will sign in next. */
  person: Record<string, unknown> = {};
  /** Changes the whole ID token before it is signed. */
  change: ClaimsChange = (claims) => claims;
  /** If true, the provider signs with a key that it does not publish. */
  forged = false;
  /** The error that the callback receives instead of a code. */
  error: string | undefined;
  /**
   * The parameters of every request so far: first those at the authorization endpoint, then those at the token
   * endpoint.
   */
  readonly authorizations: URLSearchParams[] = [];
  readonly tokenRequests: { authorization: string | undefined; form: URLSearchParams }[] = [];
  issuer = '';
  private readonly codes = new Map<string, URLSearchParams>();

  private constructor(
    private readonly server: Server,
    private readonly keys: { signing: GenerateKeyPairResult; other: GenerateKeyPairResult },
  ) {}

  static async start(): Promise<ScriptedProvider> {
    const { generateKeyPair } = await import('jose');
    const [signing, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    const server = createServer((request, response) => void provider.answer(request, response));
    const provider = new ScriptedProvider(server, { signing, other });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return provider;
  }

  /** What an administrator enters in Okta for this provider. */
  settings(change: { client?: object; protocol?: object; policy?: object; subject?: object } = {}): IdpSettings {
    const at = (path: string, binding: string) => ({ url: `${this.issuer}${path}`, binding });
    return {
      type: 'OIDC',
      name: 'Rollcall',
      protocol: {
        type: 'OIDC',
        scopes: ['openid', 'profile', 'email'],
        issuer: { url: this.issuer },
        endpoints: {
          authorization: at('/auth', 'HTTP-REDIRECT'),
          token: at('/token', 'HTTP-POST'),
          jwks: at('/jwks', 'HTTP-REDIRECT'),
        },
        credentials: { client: { client_id: CLIENT.id, client_secret: CLIENT.secret, ...change.client } },
        ...change.protocol,
      },
      policy: {
        accountLink: { action: 'AUTO', filter: null },
        provisioning: { action: 'DISABLED' },
        maxClockSkew: 0,
        subject: {
          userNameTemplate: { template: 'idpuser.preferred_username' },
          matchType: 'USERNAME',
          ...change.subject,
        },
        ...change.policy,
      },
    };
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    const json = (body: unknown): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/auth') return this.authorize(url, response);
    if (url.pathname === '/jwks') return json({ keys: [await this.publicJwk()] });
    const form = new URLSearchParams(await bodyOf(request));
    this.tokenRequests.push({ authorization: request.headers.authorization, form });
    json({ access_token: 'unused', token_type: 'Bearer', id_token: await this.idToken(form.get('code') ?? '') });
  }

  private async authorize(url: URL, response: ServerResponse): Promise<void> {
    const { decodeJwt } = await import('jose');
    const object = url.searchParams.get('request');
    const parameters = object ? new URLSearchParams(decodeJwt(object) as Record<string, string>) : url.searchParams;
    this.authorizations.push(url.searchParams);
    const code = `code-${this.codes.size}`;
    this.codes.set(code, parameters);
    const back = new URL(parameters.get('redirect_uri') ?? '');
    back.searchParams.set('state', parameters.get('state') ?? '');
    if (this.error) back.searchParams.set('error', this.error);
    else back.searchParams.set('code', code);
    response.writeHead(302, { location: back.href }).end();
  }

  private async idToken(code: string): Promise<string> {
    const { SignJWT } = await import('jose');
    const now = Math.floor(Date.now() / 1000);
    const nonce = this.codes.get(code)?.get('nonce');
    const times = { iat: now, exp: now + 300, auth_time: now };
    const claims = this.change({ iss: this.issuer, aud: CLIENT.id, nonce, ...times, ...this.person });
    const { privateKey } = this.forged ? this.keys.other : this.keys.signing;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
  }

  private async publicJwk(): Promise<object> {
    const { exportJWK } = await import('jose');
    return { ...(await exportJWK(this.keys.signing.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
