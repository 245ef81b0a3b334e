import type { RequestedWrite, SimulatedTarget, TargetAnswer, TargetRequest, TargetUser } from './simulated-target.js';

interface ScimUser {
  id: string;
  userName: string;
  externalId: string;
  /** Values, each with the time of its change. */
  values: { at: number; value: boolean }[];
}

export interface ScimServerOptions {
  host: string;
  /** URN of the schema extension that has the attribute. */
  extension: string;
  attribute: string;
  /** Whether PATCH answers 200 with the resource; otherwise 204. */
  answersBody: boolean;
  /** Whether `externalId eq` is refused. */
  refusesExternalIdFilter: boolean;
}

interface Operation {
  path?: string;
  value?: unknown;
}

const USER = /^\/scim\/v2\/Users\/([^/]+)$/;
const FILTER = /^(.+) eq (.+)$/;

/** A SCIM 2.0 server (RFC 7644) that holds the attribute in a schema extension. */
export class ScimServer implements SimulatedTarget {
  readonly externalIdIsId = false;
  private readonly byId = new Map<string, ScimUser>();
  private loopsUntil = 0;

  constructor(private readonly options: ScimServerOptions) {}

  get findsByExternalId(): boolean {
    return !this.options.refusesExternalIdFilter;
  }

  get host(): string {
    return this.options.host;
  }

  get users(): TargetUser[] {
    return [...this.byId.values()].map((user) => ({
      id: user.id,
      login: user.userName,
      externalId: user.externalId,
      registered: current(user),
      locked: false,
      refused: false,
    }));
  }

  addUser(id: string, userName: string, externalId: string, registered: boolean): void {
    this.byId.set(id, { id, userName, externalId, values: [{ at: 0, value: registered }] });
  }

  loopLists(until: number): void {
    this.loopsUntil = until;
  }

  tamper(userId: string, value: boolean, now: number): void {
    this.byId.get(userId)?.values.push({ at: now, value });
  }

  writeOf({ method, path, body }: TargetRequest): RequestedWrite | undefined {
    const userId = USER.exec(path)?.[1];
    if (!userId) return undefined;
    const value = method === 'PATCH' ? this.patched(body) : method === 'PUT' ? this.shownIn(body) : undefined;
    return value === undefined ? undefined : { userId: decodeURIComponent(userId), value };
  }

  handle(request: TargetRequest, now: number, ignoreWrite = false): TargetAnswer {
    const { method, path, query } = request;
    const id = USER.exec(path)?.[1];
    const write = this.writeOf(request);
    if (write) return this.write(write, now, ignoreWrite);
    if (method === 'GET' && id) return this.read(decodeURIComponent(id));
    if (method === 'GET' && path === '/scim/v2/Users') return this.list(query, now);
    return problem(404, `no resource ${path}`);
  }

  limitOf(): undefined {
    return undefined;
  }

  pageOf({ method, path, query }: TargetRequest): 'FIRST' | 'LATER' | undefined {
    if (method !== 'GET' || path !== '/scim/v2/Users') return undefined;
    return Number(query.get('startIndex') ?? '1') > 1 ? 'LATER' : 'FIRST';
  }

  refuseForRate(): TargetAnswer {
    return { ...problem(429, 'slow down'), headers: { 'retry-after': '2', 'content-type': 'application/scim+json' } };
  }

  private write({ userId, value }: RequestedWrite, now: number, ignore: boolean): TargetAnswer {
    const user = this.byId.get(userId);
    if (!user) return problem(404, `no user ${userId}`);
    // The product trusts a 204, which shows no value, once the server has stored a value; so a server with 204 must ignore no write.
    if (!ignore || !this.options.answersBody) user.values.push({ at: now, value });
    return this.options.answersBody ? json(200, this.view(user)) : { status: 204, headers: {}, body: '' };
  }

  private read(id: string): TargetAnswer {
    const user = this.byId.get(id);
    return user ? json(200, this.view(user)) : problem(404, `no user ${id}`);
  }

  private list(query: URLSearchParams, now: number): TargetAnswer {
    const [, attribute = '', literal = '""'] = FILTER.exec(query.get('filter') ?? '') ?? [];
    if (attribute === 'externalId' && this.options.refusesExternalIdFilter)
      return problem(400, 'no such filter', 'invalidFilter');
    const wanted: unknown = JSON.parse(literal);
    const found = [...this.byId.values()].filter((user) => {
      if (attribute === '') return true;
      if (attribute === 'externalId') return user.externalId === wanted;
      if (attribute === 'userName') return user.userName.toLowerCase() === String(wanted).toLowerCase();
      return current(user) === wanted;
    });
    const loops = now < this.loopsUntil;
    const startIndex = loops ? 1 : Math.max(1, Number(query.get('startIndex') ?? '1'));
    const page = found.slice(startIndex - 1, startIndex - 1 + Number(query.get('count') ?? '100'));
    return json(200, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: loops ? 1_000_000 : found.length,
      startIndex,
      itemsPerPage: page.length,
      Resources: page.map((user) => this.view(user)),
    });
  }

  private patched(body: unknown): boolean | undefined {
    const operations = (body as { Operations?: Operation[] } | undefined)?.Operations ?? [];
    for (const { path, value } of operations) {
      if (typeof value === 'boolean' && path === `${this.options.extension}:${this.options.attribute}`) return value;
      const within = this.shownIn(value);
      if (within !== undefined) return within;
    }
    return undefined;
  }

  private shownIn(resource: unknown): boolean | undefined {
    const extension = (resource as Record<string, Record<string, unknown>> | undefined)?.[this.options.extension];
    const value = extension?.[this.options.attribute];
    return typeof value === 'boolean' ? value : undefined;
  }

  private view(user: ScimUser): object {
    const { id, userName, externalId } = user;
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', this.options.extension],
      id,
      userName,
      externalId,
      [this.options.extension]: { [this.options.attribute]: current(user) },
    };
  }
}

function current({ values }: ScimUser): boolean {
  return values.at(-1)?.value ?? false;
}

function json(status: number, body: object): TargetAnswer {
  return { status, headers: { 'content-type': 'application/scim+json' }, body };
}

function problem(status: number, detail: string, scimType?: string): TargetAnswer {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error'];
  return json(status, { schemas, status: String(status), detail, ...(scimType ? { scimType } : {}) });
}
