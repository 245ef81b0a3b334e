import { Injectable } from '@nestjs/common';
import { OktaMetrics, type RequestBucket } from '@rollcall/okta';
import { Clock, OutboundHttp, type OutboundAnswer, monotonicNow } from '@rollcall/platform';
import { parseJson, problemOf, type ScimJson } from './scim-answer.js';
import { basic, ScimAccessTokens } from './scim-access-tokens.js';
import { ScimDialects } from './scim-dialects.js';
import { ScimRequestError } from './scim-request-error.js';
import type { ScimServer } from './scim-server.js';
import { REQUEST_MS } from '../../ledger/lease.js';

const SCIM_JSON = 'application/scim+json';
const PLAIN_JSON = 'application/json';

export interface OutboundScimRequest {
  method: 'GET' | 'PATCH' | 'PUT';
  /** Path relative to the base URL. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
  /** Value of `If-Match`: the version of the user to be changed (RFC 7644 §3.14). */
  ifMatch?: string;
  /** Deadline by the monotonic clock. Defaults to the timeout that applies to every request. */
  deadline?: number;
  /** Rate limit of the request, as it is labeled in the metrics. */
  bucket: RequestBucket;
}

export interface ScimSuccess {
  /** Undefined if the answer has no body. */
  body: ScimJson | undefined;
  text: string;
  etag: string | null;
}

/**
 * Sends requests to SCIM servers, within a time limit. It retries only after a 401, with a new token, because the
 * registration ledger makes all other retries. It does not follow redirects.
 */
@Injectable()
export class ScimTransport {
  constructor(
    private readonly outbound: OutboundHttp,
    private readonly tokens: ScimAccessTokens,
    private readonly clock: Clock,
    private readonly metrics: OktaMetrics,
    private readonly dialects: ScimDialects,
  ) {}

  /** @returns the body of a successful answer; undefined if the answer has no body. @throws ScimRequestError */
  async send(server: ScimServer, request: OutboundScimRequest): Promise<ScimJson | undefined> {
    return (await this.exchange(server, request)).body;
  }

  /** @returns a successful answer. @throws ScimRequestError */
  async exchange(server: ScimServer, request: OutboundScimRequest): Promise<ScimSuccess> {
    const deadline = request.deadline ?? monotonicNow() + REQUEST_MS;
    const dialect = this.dialects.of(server);
    const { contentType = SCIM_JSON } = dialect;
    const authorization = await this.authorize(server);
    let response = await this.attempt(server, request, { authorization, deadline, contentType });
    if (response.status === 401 && (await this.renew(server, authorization))) {
      const renewed = await this.authorize(server);
      response = await this.attempt(server, request, { authorization: renewed, deadline, contentType });
    }
    if (response.status === 415 && contentType === SCIM_JSON) {
      response = await this.attempt(server, request, { authorization, deadline, contentType: PLAIN_JSON });
      if (response.status !== 415) dialect.contentType = PLAIN_JSON;
    }
    const body = parseJson(response.text);
    const problem = problemOf(response, body, this.clock.now().getTime());
    if (problem) throw new ScimRequestError(problem, request.method);
    return { body, text: response.text, etag: response.headers.get('etag') };
  }

  private async attempt(
    { baseUrl, integrationId }: ScimServer,
    { method, path, query = {}, body, ifMatch, bucket }: OutboundScimRequest,
    { authorization, deadline, contentType }: { authorization: string; deadline: number; contentType: string },
  ): Promise<OutboundAnswer> {
    const accept = `${SCIM_JSON}, ${PLAIN_JSON};q=0.9`;
    const headers = {
      accept,
      authorization,
      ...(body && { 'content-type': contentType }),
      ...(ifMatch && { 'if-match': ifMatch }),
    };
    const timeoutMs = Math.ceil(deadline - monotonicNow());
    const request = { method, headers, timeoutMs, ...(body && { body: JSON.stringify(body) }) };
    try {
      if (timeoutMs <= 0) throw new Error('timed out');
      const response = await this.outbound.send(new URL(baseUrl + path + queryText(query)), request);
      this.metrics.countAnswer(integrationId, bucket, response.status);
      return response;
    } catch (error) {
      this.metrics.countAnswer(integrationId, bucket, undefined);
      throw new ScimRequestError({ kind: 'SILENCE', cause: (error as Error).message }, method);
    }
  }

  private async authorize({ integrationId, credentials }: ScimServer): Promise<string> {
    switch (credentials.type) {
      case 'BEARER_TOKEN':
        return `Bearer ${credentials.token}`;
      case 'BASIC':
        return basic(credentials.userName, credentials.password);
      case 'CLIENT_CREDENTIALS':
        return `Bearer ${await this.tokens.get(integrationId, credentials)}`;
    }
  }

  /** Called after a 401. @returns true if a new token may be accepted */
  private async renew({ integrationId, credentials }: ScimServer, authorization: string): Promise<boolean> {
    if (credentials.type !== 'CLIENT_CREDENTIALS') return false;
    await this.tokens.forget(integrationId, credentials, authorization.slice('Bearer '.length));
    return true;
  }
}

/** Encodes a query. A space becomes %20, which every server decodes. A `+` would mean a space only in forms. */
function queryText(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString().replaceAll('+', '%20');
  return text === '' ? '' : `?${text}`;
}
