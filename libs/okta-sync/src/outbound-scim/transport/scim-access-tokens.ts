import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccessTokenCache, type IssuedToken, type TargetAnswer } from '@rollcall/okta';
import { Clock, OutboundHttp, type OutboundAnswer } from '@rollcall/platform';
import { parseJson, type ScimJson } from './scim-answer.js';
import { ScimRequestError } from './scim-request-error.js';
import type { ClientCredentials } from './scim-server.js';

const TIMEOUT_MS = 10_000;
const DEFAULT_LIFETIME_MS = 300_000;
const WHO = 'The token endpoint';

/** Access tokens for SCIM servers, requested by the client credentials grant (RFC 6749 §4.4). */
@Injectable()
export class ScimAccessTokens {
  private readonly cache: AccessTokenCache;

  constructor(
    private readonly outbound: OutboundHttp,
    clock: Clock,
  ) {
    this.cache = new AccessTokenCache(() => clock.now().getTime());
  }

  /** @throws ScimRequestError */
  async get(integrationId: string, credentials: ClientCredentials): Promise<string> {
    return this.cache.get(keyOf(integrationId, credentials), () => this.request(credentials));
  }

  /** Drops a token that the server refused. */
  async forget(integrationId: string, credentials: ClientCredentials, token: string): Promise<void> {
    await this.cache.forget(keyOf(integrationId, credentials), token);
  }

  private async request({ tokenEndpoint, clientId, clientSecret, scope }: ClientCredentials): Promise<IssuedToken> {
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope !== undefined && { scope }) });
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: basic(formEncoded(clientId), formEncoded(clientSecret)),
    };
    const request = { method: 'POST', headers, body: form.toString(), timeoutMs: TIMEOUT_MS };
    const response = await this.outbound.send(new URL(tokenEndpoint), request).catch((error: Error) => {
      throw new ScimRequestError({ kind: 'SILENCE', cause: error.message }, 'GET', WHO);
    });
    const body = parseJson(response.text);
    const { access_token: token, expires_in: seconds } = body ?? {};
    if (response.status === 200 && typeof token === 'string')
      return { token, lifetimeMs: typeof seconds === 'number' ? seconds * 1000 : DEFAULT_LIFETIME_MS };
    throw new ScimRequestError(refusal(response, body), 'GET', WHO);
  }
}

/** Value of the `Authorization` header for HTTP Basic (RFC 7617 §2). */
export function basic(name: string, secret: string): string {
  return `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
}

/** Encodes a client id or secret for HTTP Basic (RFC 6749 §2.3.1, appendix B). */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

/** The token endpoint answers 400 to a wrong client or scope (RFC 6749 §5.2). Such an answer counts as refused credentials. */
function refusal({ status }: OutboundAnswer, body: ScimJson | undefined): TargetAnswer {
  const { error, error_description: description } = body ?? {};
  if (typeof error !== 'string') return { kind: 'NOT_JSON', status, resetAt: undefined };
  const summary = typeof description === 'string' ? description.slice(0, 500) : 'no description';
  const told = status === 400 || status === 403 ? 401 : status;
  return { kind: 'ERROR', status: told, code: error.slice(0, 50), summary, resetAt: undefined };
}

function keyOf(integrationId: string, { tokenEndpoint, clientId, clientSecret, scope }: ClientCredentials): string {
  return createHash('sha256')
    .update(JSON.stringify([integrationId, tokenEndpoint, clientId, clientSecret, scope ?? null]))
    .digest('base64');
}
