import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  method: string;
  /** The request's path and query. */
  path: string;
  authorization: string | undefined;
  body: string;
}

/** A fault: the proxy answers instead of the server, or it forwards the request and drops the answer. */
export type Fault =
  { status: number; body: string; headers?: Record<string, string>; contentType?: string } | 'reset' | 'lose-answer';

/** A proxy in front of a server. It records requests and injects faults. */
export class FaultyProxy {
  readonly seen: Seen[] = [];
  /** Decides about a request: returns the fault to inject, or undefined to forward the request. */
  fault: (request: Seen) => Fault | undefined = () => undefined;
  /** Changes the path of each forwarded request. */
  rewrite: (path: string) => string = (path) => path;

  private constructor(
    private readonly server: Server,
    private readonly behind: string,
  ) {}

  static async start(behind: string): Promise<FaultyProxy> {
    const server = createServer((request, response) => void proxy.handle(request, response));
    const proxy = new FaultyProxy(server, behind);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Injects one fault into each of the next requests that match. */
  failNext(fits: (request: Seen) => boolean, ...faults: Fault[]): void {
    const before = this.fault;
    this.fault = (request) => (faults.length > 0 && fits(request) ? faults.shift() : before(request));
  }

  countOf(method: string): number {
    return this.seen.filter((request) => request.method === method).length;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
    const { method = '', url = '', headers } = request;
    const seen = { method, path: url, authorization: headers.authorization, body };
    this.seen.push(seen);
    const fault = this.fault(seen);
    if (fault === 'reset') return void response.destroy();
    if (typeof fault === 'object') {
      const contentType = fault.contentType ?? 'application/scim+json';
      response.writeHead(fault.status, { 'content-type': contentType, ...fault.headers }).end(fault.body);
      return;
    }
    const answer = await this.forward(seen, headers['content-type']);
    if (fault === 'lose-answer') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(await answer.text());
  }

  private forward({ method, path, authorization, body }: Seen, contentType: string | undefined): Promise<Response> {
    return fetch(this.behind + this.rewrite(path), {
      method,
      headers: { ...(authorization && { authorization }), ...(contentType && { 'content-type': contentType }) },
      ...(body !== '' && { body }),
    });
  }
}

/** A fault that answers with a SCIM error (RFC 7644 §3.12). */
export function scimError(status: number, more: { scimType?: string; detail?: string } = {}): Fault {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error'];
  return { status, body: JSON.stringify({ schemas, status: String(status), detail: 'from a test', ...more }) };
}

export const HTML: Fault = { status: 502, body: '<html>Bad gateway</html>', contentType: 'text/html' };
