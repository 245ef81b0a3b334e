import { Injectable } from '@nestjs/common';
import type { RemoteUser } from '../../target/registration-target.js';
import type { ListPlace } from './list-place.js';
import {
  FIRST_CURSOR,
  FIRST_INDEX,
  missingAfter,
  nextPosition,
  type PageFacts,
  pageQuery,
  type PagePosition,
  repeats,
} from './page-position.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { isAbsent, ScimDiscovery } from '../transport/scim-discovery.js';
import { isRefusal, ScimRequestError } from '../transport/scim-request-error.js';
import { registeredFilter, type ScimServer } from '../transport/scim-server.js';
import { ScimUsers } from './scim-users.js';

export interface TrueSetPage {
  users: RemoteUser[];
  /** Ids of all users on the page, including those whose attribute is false. */
  ids: readonly string[];
  next: ListPlace | undefined;
  /** Number of users that the list announced but did not return. 0 if this page is not the last one. */
  missing: number;
}

/** After this number of failures in a row, the server is assumed not to support the filter. */
const MAX_FAILURES = 3;

/**
 * Lists the users of a SCIM server whose attribute is true. It uses a filter if the server supports one, and otherwise
 * reads the list of all users. It also counts the users that a list announced but did not return.
 */
@Injectable()
export class ScimTrueSet {
  constructor(
    private readonly users: ScimUsers,
    private readonly discovery: ScimDiscovery,
    private readonly dialects: ScimDialects,
  ) {}

  /** Reads the first page. @param onRequest called for each request. @throws ScimRequestError */
  async first(server: ScimServer, onRequest: () => void): Promise<TrueSetPage> {
    const position = await this.firstPosition(server, onRequest);
    const dialect = this.dialects.of(server);
    const everybody = (): Promise<TrueSetPage> => this.page(server, { position, everybody: true }, onRequest);
    try {
      const page = await this.page(server, { position, everybody: false }, onRequest);
      dialect.filterFailures = 0;
      if (page.users.length > 0) dialect.filterFinds = true;
      // Some servers return an empty list for a filter that they do not understand. So an empty list is compared with
      // the list of all users.
      return dialect.filterFinds || page.next ? page : await everybody();
    } catch (error) {
      if (!this.failsAtFilters(server, error)) throw error;
      const page = await everybody();
      // The filter may have failed because the attribute does not exist. The empty result would then wrongly mean that
      // no user is registered.
      if (dialect.shows === undefined && (await this.discovery.lacksAttribute(server))) throw error;
      return page;
    }
  }

  /** Reads one page. Users that the previous page also contained are omitted. */
  async page(server: ScimServer, { position, everybody }: ListPlace, onRequest: () => void): Promise<TrueSetPage> {
    const query = { ...(!everybody && { filter: registeredFilter(server) }), ...pageQuery(position) };
    const list = await this.users.list(server, query, 'users.list', async () => onRequest());
    const { users, totalResults, nextCursor } = list;
    const facts = { ids: users.map(({ id }) => id), totalResults, nextCursor };
    const next = nextPosition(position, facts);
    const known = 'cursor' in position ? [] : position.known;
    const login = users.at(-1)?.login;
    if (login) this.dialects.of(server).listed = login;
    return {
      users: users.filter((user) => user.registered && !known.includes(user.id)),
      ids: facts.ids,
      next: next && { position: next, everybody },
      missing: next ? 0 : await this.missingAfter(server, position, facts, onRequest),
    };
  }

  private async missingAfter(
    server: ScimServer,
    position: PagePosition,
    facts: PageFacts,
    onRequest: () => void,
  ): Promise<number> {
    const surplus = missingAfter(position, facts);
    return repeats(position, facts) ? surplus : this.missing(server, surplus, onRequest);
  }

  /**
   * Number of users that the list announced but did not return. The result is 0 if `totalResults` counts something
   * else. This is assumed in two cases: the total of a search for one user is too large as well, or the previous list
   * had the same surplus. Both are checked with each list, so that a server that begins to omit users is noticed.
   */
  private async missing(server: ScimServer, surplus: number, onRequest: () => void): Promise<number> {
    const dialect = this.dialects.of(server);
    const before = dialect.surplus;
    dialect.surplus = surplus;
    if (surplus === 0 || before === surplus) return 0;
    if (dialect.listed !== undefined)
      await this.users.findByUserName(server, dialect.listed, async () => onRequest()).catch(refusedSearch);
    return dialect.totalTooLarge === true ? 0 : surplus;
  }

  private failsAtFilters(server: ScimServer, error: unknown): boolean {
    if (isRefusal(error)) return true;
    if (!(error instanceof ScimRequestError) || error.answer.kind === 'SILENCE' || error.answer.status !== 500)
      return false;
    const dialect = this.dialects.of(server);
    dialect.filterFailures = (dialect.filterFailures ?? 0) + 1;
    return dialect.filterFailures >= MAX_FAILURES;
  }

  /** Prefers paging by cursor, because it misses no user while the list changes. Every server supports paging by index. */
  private async firstPosition(server: ScimServer, onRequest: () => void): Promise<PagePosition> {
    onRequest();
    try {
      return (await this.discovery.pagesByCursor(server)) ? FIRST_CURSOR : FIRST_INDEX;
    } catch (error) {
      if (isAbsent(error)) return FIRST_INDEX;
      throw error;
    }
  }
}

/** Ignores a failed search, because it only serves to check `totalResults`. */
function refusedSearch(error: unknown): void {
  if (!(error instanceof ScimRequestError)) throw error;
}
