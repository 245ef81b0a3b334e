import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ATTRIBUTE, EXTENSION } from './remote-scim.js';

type Json = Record<string, unknown>;

export interface BentRequest {
  method: string;
  /** Path below the base URL. */
  path: string;
  query: URLSearchParams;
  contentType: string | undefined;
  accept: string | undefined;
  ifMatch: string | undefined;
  body: Json | undefined;
  /** The first operation of a PATCH request. */
  operation: { op: string; path?: string; value?: unknown } | undefined;
}

export interface BentAnswer {
  status: number;
  body?: Json | string;
  headers?: Record<string, string>;
}

/** How a server deviates from the RFC. Each member is one deviation. */
export interface Bend {
  /** Answers a request in place of the server. */
  instead?: (request: BentRequest) => BentAnswer | undefined;
  /** Changes the server's answer to a request. */
  answer?: (answer: BentAnswer, request: BentRequest) => BentAnswer;
  /** Changes a user in the server's answers. */
  show?: (user: Json) => Json;
  /**
   * Makes a user's version from the number of changes. The server refuses a request that has another version in
   * If-Match.
   */
  version?: (changes: number) => string;
  /** Maximum number of users per page. */
  most?: number;
  /** Called before the server handles a request. */
  meanwhile?: (server: BentScim, request: BentRequest) => void;
}

interface Known {
  id: string;
  userName: string;
  externalId: string;
  registered: boolean | undefined;
  /** The user's attributes that Rollcall does not use. */
  more: Json;
  changes: number;
}

const NOT_MORE = new Set(['id', 'meta', 'userName', 'externalId', EXTENSION]);

/** A small SCIM server that follows RFC 7644 except for the configured deviations. */
export class BentScim {
  bend: Bend = {};
  readonly users: Known[] = [];
  readonly seen: BentRequest[] = [];

  /**
   * Ids are not reused after a reset, because an earlier integration may still try to write to the users that had them.
   */
  private nextId = 1000;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<BentScim> {
    const server = createServer(async (incoming, response) => {
      let text = '';
      for await (const chunk of incoming as AsyncIterable<Buffer>) text += chunk.toString();
      const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://bent');
      const body = text === '' ? undefined : (JSON.parse(text) as Json);
      const operation = (body?.['Operations'] as BentRequest['operation'][] | undefined)?.[0];
      const { 'content-type': contentType, accept, 'if-match': ifMatch } = incoming.headers;
      const answer = bent.handle({
        method: incoming.method ?? '',
        path: pathname,
        query,
        contentType,
        accept,
        ifMatch,
        body,
        operation,
      });
      response.writeHead(answer.status, { 'content-type': 'application/scim+json', ...answer.headers });
      response.end(typeof answer.body === 'object' ? JSON.stringify(answer.body) : answer.body);
    });
    const bent = new BentScim(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return bent;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  reset(bend: Bend): void {
    this.bend = bend;
    this.users.length = 0;
    this.seen.length = 0;
  }

  add(name: string, registered?: boolean, more: Json = {}): string {
    const id = `${this.nextId++}`;
    this.users.push({ id, userName: `${name}@example.com`, externalId: `e-${name}`, registered, more, changes: 0 });
    return id;
  }

  user(id: string): Known | undefined {
    return this.users.find((one) => one.id === id);
  }

  set(id: string, registered: boolean): void {
    const user = this.user(id);
    if (user) Object.assign(user, { registered, changes: user.changes + 1 });
  }

  countOf(method: string): number {
    return this.seen.filter((request) => request.method === method).length;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private handle(request: BentRequest): BentAnswer {
    this.seen.push(request);
    this.bend.meanwhile?.(this, request);
    const instead = this.bend.instead?.(request);
    if (instead) return instead;
    const answer = this.answer(request);
    return this.bend.answer?.(answer, request) ?? answer;
  }

  private answer({ method, path, query, ifMatch, body, operation }: BentRequest): BentAnswer {
    if (path === '/ServiceProviderConfig')
      return { status: 200, body: { patch: { supported: true }, filter: { supported: true } } };
    if (path.startsWith('/Schemas/'))
      return { status: 200, body: { id: EXTENSION, attributes: [{ name: ATTRIBUTE, type: 'boolean' }] } };
    if (path === '/Users') return this.list(query);
    const user = this.user(decodeURIComponent(path.slice('/Users/'.length)));
    if (!user) return scimRefusal(404);
    const version = this.bend.version?.(user.changes);
    if (version !== undefined && ifMatch !== undefined && ifMatch !== version && ifMatch !== '*')
      return scimRefusal(412);
    if (method === 'PATCH') this.set(user.id, valueOf(operation));
    if (method === 'PUT' && body) this.replace(user, body);
    return { status: 200, body: this.shown(user) };
  }

  /** Attributes that the body omits are cleared. readOnly attributes are ignored. */
  private replace(user: Known, body: Json): void {
    user.more = Object.fromEntries(Object.entries(body).filter(([key]) => !NOT_MORE.has(key)));
    this.set(user.id, (body[EXTENSION] as Record<string, boolean>)[ATTRIBUTE] as boolean);
  }

  private list(query: URLSearchParams): BentAnswer {
    const found = this.users.filter((user) => matches(user, query.get('filter')));
    const startIndex = Number(query.get('startIndex') ?? 1);
    const count = Math.min(Number(query.get('count') ?? 100), this.bend.most ?? 200);
    const resources = found.slice(startIndex - 1, startIndex - 1 + count).map((user) => this.shown(user));
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:ListResponse'];
    return { status: 200, body: { schemas, totalResults: found.length, startIndex, Resources: resources } };
  }

  private shown({ id, userName, externalId, registered, more, changes }: Known): Json {
    const extension = registered === undefined ? {} : { [EXTENSION]: { [ATTRIBUTE]: registered } };
    const meta = this.bend.version && { meta: { version: this.bend.version(changes) } };
    const user = { id, userName, externalId, ...more, ...extension, ...meta };
    return this.bend.show?.(user) ?? user;
  }
}

export function scimRefusal(status: number, scimType?: string): BentAnswer {
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail: 'bent' };
  return { status, body: { ...body, ...(scimType !== undefined && { scimType }) } };
}

function matches(user: Known, filter: string | null): boolean {
  if (filter === null) return true;
  if (filter === `${EXTENSION}:${ATTRIBUTE} eq true`) return user.registered === true;
  const [, name, value] = /^(userName|externalId) eq "(.*)"$/.exec(filter) ?? [];
  if (name !== 'userName' && name !== 'externalId') throw new Error(`not a filter of ours: ${filter}`);
  return user[name] === value;
}

function valueOf(operation: BentRequest['operation']): boolean {
  if (!operation) throw new Error('a PATCH without an operation');
  if (operation.path === `${EXTENSION}:${ATTRIBUTE}`) return operation.value as boolean;
  return (operation.value as Record<string, Record<string, boolean>>)[EXTENSION]?.[ATTRIBUTE] as boolean;
}
