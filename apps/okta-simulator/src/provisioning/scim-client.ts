import { ProvisioningError } from './scim-message.js';

export interface ScimExchange {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

export interface ScimClientOptions {
  baseUrl: string;
  token: string;
  /** `raw`: the token is sent without `Bearer `, as apps with header authentication do. */
  authorization?: 'bearer' | 'raw';
  sleep?: (ms: number) => Promise<void>;
}

const TIMEOUT_MS = 60_000;
const MAX_TRIES = 10;
const FIRST_WAIT_MS = 300_000;
const KEPT = 20_000;

/** One connection of Okta's provisioning to a SCIM server, with its headers, its 60 s timeout and its handling of 429. */
export class ScimClient {
  /** The last 20,000 requests, each with its response. */
  readonly exchanges: ScimExchange[] = [];
  token: string;
  private readonly baseUrl: string;
  private readonly sleep: (ms: number) => Promise<void>;

  constructor(private readonly options: ScimClientOptions) {
    if (options.baseUrl.includes('_'))
      throw new ProvisioningError('the base URL must not contain an underscore', undefined);
    this.baseUrl = options.baseUrl.replace(/\/$/, '');
    this.token = options.token;
    this.sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /**
   * Sends one request. After 429 it waits and repeats the request. @throws ProvisioningError if the server refuses the
   * request
   */
  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    let wait = FIRST_WAIT_MS;
    for (let attempt = 1; ; attempt += 1) {
      const { status, retryAfter, answer } = await this.once(method, path, body);
      if (status < 300) return answer;
      if (status !== 429 || attempt === MAX_TRIES) throw refusal(method, path, status, answer);
      await this.sleep(retryAfter === undefined ? wait : retryAfter * 1000);
      wait *= 2;
    }
  }

  private async once(method: string, path: string, body: unknown) {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        accept: 'application/scim+json',
        'user-agent': 'Okta SCIM Client 1.0.0',
        authorization: this.options.authorization === 'raw' ? this.token : `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    const answer = parsed(method, path, response.status, text);
    this.exchanges.push({ method, path, body, status: response.status, answer });
    if (this.exchanges.length > KEPT) this.exchanges.splice(0, KEPT / 10);
    return { status: response.status, retryAfter: wholeSeconds(response.headers.get('retry-after')), answer };
  }
}

/** Parses a Retry-After header in whole seconds; undefined if it contains an HTTP date. */
function wholeSeconds(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}

function parsed(method: string, path: string, status: number, text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new ProvisioningError(`${method} ${path} answered ${status} with something that is not JSON`, status);
  }
}

function refusal(method: string, path: string, status: number, answer: unknown): ProvisioningError {
  const { detail, scimType } = (answer ?? {}) as { detail?: unknown; scimType?: unknown };
  const reason = typeof detail === 'string' ? detail : 'no detail';
  return new ProvisioningError(
    `${method} ${path} answered ${status}: ${reason}`,
    status,
    typeof scimType === 'string' ? scimType : undefined,
  );
}
