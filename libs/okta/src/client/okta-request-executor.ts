import { monotonicNow, type OutboundAnswer, type OutboundHttp } from '@rollcall/platform';
import type { TargetAnswer } from '../answers/target-answer.js';
import { NoFreeSlot, OktaRequestError } from '../answers/okta-answer.js';
import { readLimitHeaders, readReset } from './limit-headers.js';
import { parseStorable } from '../answers/storable-json.js';
import { bucketOf, type RequestBucket } from '../quota/request-bucket.js';
import type { LimitHeaders } from '../quota/quota.js';

export interface OktaRequest {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Called as soon as the headers of a 200 have arrived, before the body. */
  onHeaders?: (headers: Headers) => void;
}

/** The parts of a fetch response that the SDK uses. */
export type OktaResponse = Pick<Response, 'status' | 'ok' | 'url' | 'headers' | 'text' | 'json'>;

export interface ExecutorOptions {
  outbound: OutboundHttp;
  /** Time limit of one call, which includes a new token and a second attempt. After the limit, no part of the call can take effect. */
  timeoutMs: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Returns the value of the `Authorization` header. Called before each attempt. */
  authorize(): Promise<string>;
  /** Called after a 401 with the refused header. @returns true if `authorize` may now return a valid one */
  renew?(authorization: string): Promise<boolean>;
  /** Waits for a slot. @returns a function that releases the slot; undefined if no slot became free in time */
  acquire?(): Promise<(() => void) | undefined>;
  onLimits(bucket: RequestBucket, seen: LimitHeaders): void;
  /** @param status undefined if no answer arrived */
  onAnswer?(bucket: RequestBucket, status: number | undefined): void;
}

/**
 * Sends the requests of the Okta SDK. It retries only after a 401, with a new token, because all other retries are made
 * by the registration ledger. It does not follow redirects, because the other server would receive the credentials. It
 * throws OktaRequestError unless the answer is a success with Okta's JSON.
 */
export class OktaRequestExecutor {
  constructor(private readonly options: ExecutorOptions) {}

  async fetch(request: OktaRequest): Promise<OktaResponse> {
    const method = (request.method ?? 'GET').toUpperCase();
    const url = new URL(request.url ?? '');
    const release = await this.acquire(method);
    try {
      return await this.exchange(url, method, request);
    } finally {
      release();
    }
  }

  /** The wait for a slot does not count toward the time limit of the request. @throws NoFreeSlot */
  private async acquire(method: string): Promise<() => void> {
    if (!this.options.acquire) return () => undefined;
    const release = await this.options.acquire();
    if (release) return release;
    throw new NoFreeSlot(method);
  }

  private async exchange(url: URL, method: string, request: OktaRequest): Promise<OktaResponse> {
    const deadline = monotonicNow() + this.options.timeoutMs;
    const authorization = await this.options.authorize();
    let response = await this.send(url, method, request, { authorization, deadline });
    if (response.status === 401 && (await this.options.renew?.(authorization)))
      response = await this.send(url, method, request, { authorization: await this.options.authorize(), deadline });
    const now = this.options.now();
    const limits = readLimitHeaders(response.headers, now);
    if (limits) this.options.onLimits(bucketOf(method, url.pathname), limits);
    const { text } = response;
    const body = parseJson(text);
    const problem = problemOf(response, body, now);
    if (problem) throw new OktaRequestError(problem, method);
    return {
      status: response.status,
      ok: true,
      url: url.href,
      headers: response.headers,
      text: async () => text,
      json: async () => body,
    };
  }

  private async send(
    url: URL,
    method: string,
    request: OktaRequest,
    { authorization, deadline }: { authorization: string; deadline: number },
  ): Promise<OutboundAnswer> {
    const headers = { ...request.headers, Authorization: authorization };
    const timeoutMs = Math.ceil(deadline - monotonicNow());
    try {
      if (timeoutMs <= 0) throw new Error('timed out');
      const body = request.body === undefined ? {} : { body: request.body };
      const onHead = (head: Pick<OutboundAnswer, 'status' | 'headers'>): void => {
        if (head.status === 200) request.onHeaders?.(head.headers);
      };
      const response = await this.options.outbound.send(url, { method, headers, timeoutMs, onHead, ...body });
      this.options.onAnswer?.(bucketOf(method, url.pathname), response.status);
      return response;
    } catch (error) {
      this.options.onAnswer?.(bucketOf(method, url.pathname), undefined);
      throw new OktaRequestError({ kind: 'SILENCE', cause: (error as Error).message }, method);
    }
  }
}

function problemOf(
  response: OutboundAnswer,
  body: Record<string, unknown> | undefined,
  now: number,
): TargetAnswer | undefined {
  const { status } = response;
  if (status === 204) return undefined;
  const resetAt = readReset(response.headers, now);
  if (body === undefined) return { kind: 'NOT_JSON', status, resetAt };
  if (status >= 200 && status < 300) return undefined;
  const { errorCode, error } = body;
  const code = typeof errorCode === 'string' ? errorCode : typeof error === 'string' ? error : undefined;
  if (code === undefined) return { kind: 'NOT_JSON', status, resetAt };
  return { kind: 'ERROR', status, code, summary: summaryOf(body), resetAt };
}

function parseJson(text: string): Record<string, unknown> | undefined {
  try {
    const body = parseStorable(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Okta's `errorSummary` followed by its causes, cut to fit a table cell. */
function summaryOf(body: Record<string, unknown>): string {
  const causes = Array.isArray(body['errorCauses']) ? (body['errorCauses'] as { errorSummary?: unknown }[]) : [];
  const parts = [body['errorSummary'] ?? body['error_description'], ...causes.map((cause) => cause?.errorSummary)];
  const summary = parts.filter((part): part is string => typeof part === 'string' && part !== '').join('; ');
  return (summary || 'no summary').slice(0, 500);
}
