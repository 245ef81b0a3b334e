import { Injectable } from '@nestjs/common';
import type { RemoteUser } from '../../target/registration-target.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { toList, type ScimList } from './scim-list.js';
import { ScimReader, type Before, type ScimRead } from './scim-reader.js';
import { isRefusal, NO_ENDPOINT, ScimRequestError } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import { toRemoteUser } from './scim-user.js';

/** After MAX_REFUSALS refusals in a row, the filter on externalId is used only in every RETEST_EVERY-th search. */
const MAX_REFUSALS = 3;
const RETEST_EVERY = 50;

const atOnce: Before = async () => undefined;

/** The Users endpoint of a SCIM server (RFC 7644 §3.4). Every method throws ScimRequestError for an unsuccessful request. */
@Injectable()
export class ScimUsers {
  constructor(
    private readonly reader: ScimReader,
    private readonly dialects: ScimDialects,
  ) {}

  /** `GET /Users/{id}`; undefined if there is no such user. */
  async get(server: ScimServer, id: string, before = atOnce): Promise<RemoteUser | undefined> {
    try {
      const path = userPath(id);
      const resource = await this.reader.read(server, { path, bucket: 'users.read' }, before);
      const user = toRemoteUser(resource, server);
      const dialect = this.dialects.of(server);
      if (dialect.late?.values.get(id) === user.registered) delete dialect.late;
      return user.id === id ? user : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * Finds users by externalId. The result is empty if the server refuses the filter, because a server need not support
   * it. A single refusal may concern only this value. So the filter is used until it was refused several times in a
   * row, and is tried again from time to time.
   */
  async findByExternalId(server: ScimServer, externalId: string, before = atOnce): Promise<RemoteUser[]> {
    const dialect = this.dialects.of(server);
    const learned = (dialect.externalIdFilter ??= { refusals: 0, omitted: 0 });
    if (learned.refusals >= MAX_REFUSALS && ++learned.omitted % RETEST_EVERY !== 0) return [];
    try {
      const found = await this.findBy(server, 'externalId', externalId, before);
      delete dialect.externalIdFilter;
      return found;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      learned.refusals += 1;
      return [];
    }
  }

  async findByUserName(server: ScimServer, userName: string, before = atOnce): Promise<RemoteUser[]> {
    return this.findBy(server, 'userName', userName, before);
  }

  /** `GET /Users`. Here a 404 means that the endpoint is missing, because a list without users is not an error. */
  async list(
    server: ScimServer,
    query: Record<string, string>,
    bucket: ScimRead['bucket'],
    before = atOnce,
  ): Promise<ScimList> {
    try {
      return toList(await this.reader.read(server, { path: '/Users', query, bucket }, before), server);
    } catch (error) {
      if (!isMissing(error)) throw error;
      throw new ScimRequestError({ ...error.answer, code: NO_ENDPOINT }, 'GET');
    }
  }

  /** Finds users with `filter=<attribute> eq "<value>"` (RFC 7644 §3.4.2.2). Reads two users at most, because two are already ambiguous. */
  private async findBy(server: ScimServer, attribute: string, value: string, before: Before): Promise<RemoteUser[]> {
    const filter = `${attribute} eq ${JSON.stringify(value)}`;
    const { users, totalResults } = await this.list(server, { filter, count: '2' }, 'users.read', before);
    // A page with fewer users than requested contains all matches, so a larger `totalResults` is wrong. Each search
    // checks this again.
    if (totalResults !== undefined && users.length < 2)
      this.dialects.of(server).totalTooLarge = totalResults > users.length;
    return users;
  }
}

export function userPath(id: string): string {
  return `/Users/${encodeURIComponent(id)}`;
}

type Missing = ScimRequestError & { answer: Extract<ScimRequestError['answer'], { kind: 'ERROR' }> };

function isMissing(error: unknown): error is Missing {
  return error instanceof ScimRequestError && error.answer.kind === 'ERROR' && error.answer.status === 404;
}
