import { Injectable } from '@nestjs/common';
import { Clock, OutboundHttp } from '@rollcall/platform';
import type { TargetAnswer } from '../answers/target-answer.js';
import { OktaRequestError } from '../answers/okta-answer.js';
import { AccessTokenCache, type IssuedToken } from './access-token-cache.js';
import { clientAssertion } from './client-assertion.js';
import { parseStorable } from '../answers/storable-json.js';

const TIMEOUT_MS = 10_000;

export interface ServiceAppCredentials {
  mode: 'OAUTH';
  clientId: string;
  kid: string;
  /** PKCS #8, PEM. */
  privateKey: string;
}

interface ScopedCredentials extends ServiceAppCredentials {
  scopes: readonly string[];
}

/** Access tokens of the Okta org's authorization server. All requests of one service app share a token. */
@Injectable()
export class OktaAccessTokens {
  private readonly cache: AccessTokenCache;

  constructor(
    private readonly clock: Clock,
    private readonly outbound: OutboundHttp,
  ) {
    this.cache = new AccessTokenCache(() => clock.now().getTime());
  }

  /** @throws OktaRequestError */
  async get(baseUrl: string, credentials: ServiceAppCredentials, scopes: readonly string[]): Promise<string> {
    const wanted = { ...credentials, scopes };
    return this.cache.get(keyOf(baseUrl, wanted), () => this.request(baseUrl, wanted));
  }

  /** Drops a token that Okta refused before its expiry. */
  async forget(baseUrl: string, credentials: ScopedCredentials, token: string): Promise<void> {
    await this.cache.forget(keyOf(baseUrl, credentials), token);
  }

  private async request(baseUrl: string, credentials: ScopedCredentials): Promise<IssuedToken> {
    const now = this.clock.now();
    const url = `${baseUrl}/oauth2/v1/token`;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: credentials.scopes.join(' '),
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: clientAssertion(credentials.clientId, url, credentials, now),
    });
    const { status, answer } = await this.send(url, body);
    const { access_token: token, expires_in: seconds } = answer ?? {};
    if (status === 200 && typeof token === 'string') {
      return { token, lifetimeMs: typeof seconds === 'number' ? seconds * 1000 : 3_600_000 };
    }
    throw new OktaRequestError(refusal(status, answer), 'GET');
  }

  private async send(
    url: string,
    body: URLSearchParams,
  ): Promise<{ status: number; answer: Record<string, unknown> | undefined }> {
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const request = { method: 'POST', headers, body: body.toString(), timeoutMs: TIMEOUT_MS };
    const { status, text } = await this.outbound.send(new URL(url), request).catch((error: Error) => {
      throw new OktaRequestError({ kind: 'SILENCE', cause: error.message }, 'GET');
    });
    try {
      return { status, answer: parseStorable(text) as Record<string, unknown> };
    } catch {
      return { status, answer: undefined };
    }
  }
}

/** The token endpoint answers 400 to wrong credentials (RFC 6749 §5.2). Such an answer counts as refused credentials. */
function refusal(status: number, answer: Record<string, unknown> | undefined): TargetAnswer {
  if (typeof answer?.['error'] !== 'string') return { kind: 'NOT_JSON', status, resetAt: undefined };
  const summary = `${answer['error']}: ${String(answer['error_description'] ?? 'no description')}`;
  const told = status === 400 || status === 401 || status === 403 ? 401 : status;
  return { kind: 'ERROR', status: told, code: told === 401 ? 'E0000011' : undefined, summary, resetAt: undefined };
}

function keyOf(baseUrl: string, { clientId, kid, scopes }: ScopedCredentials): string {
  return [baseUrl, clientId, kid, ...scopes].join(' ');
}
