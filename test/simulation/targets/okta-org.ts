import type { RequestedWrite, SimulatedTarget, TargetAnswer, TargetRequest, TargetUser } from './simulated-target.js';

/** The longest that a search index may be behind. */
export const MAX_SEARCH_LAG_MS = 5_000;

interface OktaOrgUser {
  id: string;
  login: string;
  status: 'ACTIVE' | 'DEPROVISIONED';
  /** Values, each with the time of its change; the search index shows the value of `searchLagMs` ago. */
  values: { at: number; value: boolean }[];
}

export interface OktaOrgOptions {
  host: string;
  attribute: string;
  /** Requests per minute and bucket. */
  limit: number;
  searchLagMs: number;
  /** How far the org's clock is off. */
  skewMs: number;
  pageSize: number;
  /** How long the schema hides the attribute after its creation; undefined: the attribute exists from the beginning. */
  schemaLagMs: number | undefined;
  /** A user whose writes are all refused, with a message that PostgreSQL cannot store. */
  refusedUserId: string | undefined;
}

const WINDOW_MS = 60_000;
const ME = '/api/v1/users/me';
const USER = /^\/api\/v1\/users\/([^/]+)$/;

class Refusal {
  constructor(readonly answer: TargetAnswer) {}
}

/** An Okta org as the product sees it over HTTP. */
export class OktaOrg implements SimulatedTarget {
  readonly externalIdIsId = true;
  readonly findsByExternalId = true;
  private readonly byId = new Map<string, OktaOrgUser>();
  private readonly spent = new Map<string, { window: number; count: number }>();
  private loopsUntil = 0;
  private attributeFrom = Number.POSITIVE_INFINITY;
  /** Requests that were refused because the limit was used up, not because a fault was drawn. */
  overspent = 0;

  constructor(private readonly options: OktaOrgOptions) {
    if (options.schemaLagMs === undefined) this.attributeFrom = 0;
  }

  get host(): string {
    return this.options.host;
  }

  get users(): TargetUser[] {
    return [...this.byId.values()].map((user) => ({
      id: user.id,
      login: user.login,
      externalId: user.id,
      registered: current(user),
      locked: user.status === 'DEPROVISIONED',
      refused: user.id === this.options.refusedUserId,
    }));
  }

  addUser(id: string, login: string, registered: boolean): void {
    this.byId.set(id, { id, login, status: 'ACTIVE', values: [{ at: 0, value: registered }] });
  }

  setStatus(id: string, status: OktaOrgUser['status']): void {
    this.of(id).status = status;
  }

  lacksAttribute(now: number): boolean {
    return now < this.attributeFrom;
  }

  loopLists(until: number): void {
    this.loopsUntil = until;
  }

  tamper(id: string, value: boolean, now: number): void {
    this.of(id).values.push({ at: now, value });
  }

  writeOf({ method, path, body }: TargetRequest): RequestedWrite | undefined {
    const userId = USER.exec(path)?.[1];
    const profile = (body as { profile?: Record<string, unknown> } | undefined)?.profile;
    const value = profile?.[this.options.attribute];
    return method === 'POST' && userId && typeof value === 'boolean'
      ? { userId: decodeURIComponent(userId), value }
      : undefined;
  }

  handle(request: TargetRequest, now: number, ignoreWrite = false): TargetAnswer {
    const limited = this.spend(request, now);
    if (limited instanceof Refusal) return limited.answer;
    const answer = this.route(request, now, ignoreWrite);
    return { ...answer, headers: { ...answer.headers, ...limited } };
  }

  limitOf({ method, path }: TargetRequest): { bucket: string; resetAt(now: number): number } | undefined {
    if (path === '/api/v1/users') return { bucket: 'list', resetAt };
    return USER.test(path) && path !== ME ? { bucket: method, resetAt } : undefined;
  }

  pageOf({ method, path, query }: TargetRequest): 'FIRST' | 'LATER' | undefined {
    if (method !== 'GET' || path !== '/api/v1/users') return undefined;
    return query.has('after') ? 'LATER' : 'FIRST';
  }

  refuseForRate(now: number): TargetAnswer {
    const headers = { ...this.limitHeaders(now, 0), 'content-type': 'application/json' };
    return { status: 429, headers, body: oktaError('E0000047', 'API call exceeded rate limit') };
  }

  private route(request: TargetRequest, now: number, ignoreWrite: boolean): TargetAnswer {
    const { method, path } = request;
    const write = this.writeOf(request);
    if (write) return this.write(write, now, ignoreWrite);
    if (path === ME) return json(200, { id: '00uadmin', status: 'ACTIVE', profile: { login: 'admin' } });
    const one = method === 'GET' ? USER.exec(path)?.[1] : undefined;
    if (one) return this.read(decodeURIComponent(one));
    if (path === '/.well-known/okta-organization') return json(200, { id: orgIdOf(this.options.host) });
    if (path === '/api/v1/users') return this.search(request, now);
    if (path === '/api/v1/meta/schemas/user/default') {
      if (method === 'POST') this.createAttribute(now);
      return json(200, this.schema(now));
    }
    return json(404, oktaError('E0000007', `Not found: Resource not found: ${path}`));
  }

  private write({ userId, value }: RequestedWrite, now: number, ignore: boolean): TargetAnswer {
    const user = this.byId.get(userId);
    if (!user) return json(404, oktaError('E0000007', `Not found: Resource not found: ${userId} (User)`));
    if (now < this.attributeFrom) return json(400, oktaError('E0000001', 'Api validation failed: attribute'));
    if (user.status === 'DEPROVISIONED') return json(403, oktaError('E0000038', 'This operation is not allowed'));
    if (userId === this.options.refusedUserId) return json(400, oktaError('E0000001', 'Refused: \u0000 \ud800'));
    if (!ignore) user.values.push({ at: now, value });
    return json(200, this.view(user));
  }

  private read(idOrLogin: string): TargetAnswer {
    const wanted = idOrLogin.toLowerCase();
    const user =
      this.byId.get(idOrLogin) ?? [...this.byId.values()].find(({ login }) => login.toLowerCase() === wanted);
    if (!user) return json(404, oktaError('E0000007', `Not found: Resource not found: ${idOrLogin} (User)`));
    return json(200, this.view(user));
  }

  private search({ query, host }: TargetRequest, now: number): TargetAnswer {
    const { searchLagMs, pageSize } = this.options;
    const from = Number(query.get('after') ?? '0');
    const found = [...this.byId.values()].filter((user) => valueAt(user, now - searchLagMs));
    const page = found.slice(from, from + pageSize).map((user) => this.view(user));
    const loops = now < this.loopsUntil;
    const next = loops || from + pageSize < found.length;
    const rest = new URLSearchParams(query);
    rest.set('after', loops ? '0' : String(from + pageSize));
    const link = `<https://${host}/api/v1/users?${rest.toString()}>; rel="next"`;
    return { status: 200, headers: { 'content-type': 'application/json', ...(next ? { link } : {}) }, body: page };
  }

  private createAttribute(now: number): void {
    if (this.attributeFrom === Number.POSITIVE_INFINITY) this.attributeFrom = now + (this.options.schemaLagMs ?? 0);
  }

  private schema(now: number): object {
    const attribute = { type: 'boolean', title: 'Registered', master: { type: 'OKTA' } };
    const shown = now < this.attributeFrom ? {} : { [this.options.attribute]: attribute };
    return { definitions: { custom: { properties: shown }, base: { properties: {} } } };
  }

  private view(user: OktaOrgUser): object {
    const { id, login, status } = user;
    return { id, status, profile: { login, email: login, [this.options.attribute]: current(user) } };
  }

  /** Counts the request against its limit. @returns headers for its answer, or the refusal */
  private spend(request: TargetRequest, now: number): Refusal | Record<string, string> {
    const { bucket } = this.limitOf(request) ?? { bucket: 'other' };
    const window = Math.floor(now / WINDOW_MS);
    const known = this.spent.get(bucket);
    const spent = known?.window === window ? known : { window, count: 0 };
    this.spent.set(bucket, spent);
    if (spent.count >= this.options.limit) {
      this.overspent += 1;
      return new Refusal(this.refuseForRate(now));
    }
    spent.count += 1;
    return this.limitHeaders(now, this.options.limit - spent.count);
  }

  private limitHeaders(now: number, remaining: number): Record<string, string> {
    const theirs = now + this.options.skewMs;
    const reset = Math.ceil((resetAt(now) + this.options.skewMs) / 1000);
    return {
      date: new Date(theirs).toUTCString(),
      'x-rate-limit-limit': String(this.options.limit),
      'x-rate-limit-remaining': String(remaining),
      'x-rate-limit-reset': String(reset),
    };
  }

  private of(id: string): OktaOrgUser {
    const user = this.byId.get(id);
    if (!user) throw new Error(`no user ${id}`);
    return user;
  }
}

/** @param host the org's own name */
export function orgIdOf(host: string): string {
  return `00o${host}`.replaceAll('.', '-');
}

function resetAt(now: number): number {
  return (Math.floor(now / WINDOW_MS) + 1) * WINDOW_MS;
}

function current({ values }: OktaOrgUser): boolean {
  return values.at(-1)?.value ?? false;
}

function valueAt({ values }: OktaOrgUser, at: number): boolean {
  return values.findLast((each) => each.at <= at)?.value ?? false;
}

function json(status: number, body: object): TargetAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body };
}

function oktaError(errorCode: string, errorSummary: string): object {
  return { errorCode, errorSummary, errorLink: errorCode, errorId: 'oae0', errorCauses: [] };
}
