/** An answer of the simulated API, read once. */
export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Calls the management API as a customer's tool would, with an API token. */
export class ApiCaller {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  async call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>> {
    const response = await fetch(new URL(path, this.baseUrl), {
      method,
      headers: {
        authorization: `SSWS ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  get<T = Record<string, unknown>>(path: string): Promise<ApiAnswer<T>> {
    return this.call<T>('GET', path);
  }

  post(path: string, body: unknown): Promise<ApiAnswer<Record<string, unknown>>> {
    return this.call('POST', path, body);
  }

  /** Follows `rel="next"` from the first page to the last. */
  async pages<T>(path: string): Promise<T[][]> {
    const pages: T[][] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const answer: ApiAnswer<T[]> = await this.get<T[]>(next);
      pages.push(answer.body);
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    return pages;
  }
}
