import { Injectable } from '@nestjs/common';
import { ScimGroups } from '../groups/scim-groups.js';
import { type ListQuery, type ResourceSchema, ScimError } from '../protocol/index.js';
import { listJson, type ResourcePage } from '../resources/list-json.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimAnswer } from '../resources/scim-answer.js';
import { ScimUsers } from '../users/scim-users.js';
import { filterForType } from './filter-for-type.js';

/** Prefix of each kind's cursors; the prefix alone requests its first page. */
const OF_USERS = 'u';
const OF_GROUPS = 'g';

/** Users and groups in one list: users first, each kind in its own order. */
@Injectable()
export class RootSearch {
  constructor(
    private readonly users: ScimUsers,
    private readonly groups: ScimGroups,
  ) {}

  async list(context: ResourceContext, query: ListQuery): Promise<ScimAnswer> {
    if (query.cursor !== undefined) return this.listByCursor(context, query, query.cursor || OF_USERS);
    const { user, group } = context.schemas;
    const users = await this.users.page(context, seenBy(query, user, group));
    // A page shortened by large users contains no groups; groups follow when no user is left.
    const isCut = users.items < Math.min(query.count, users.total - query.startIndex + 1);
    const rest = {
      startIndex: Math.max(1, query.startIndex - users.total),
      count: isCut ? 0 : query.count - users.items,
    };
    const groups = await this.groups.page(context, { ...seenBy(query, group, user), ...rest });
    return { status: 200, body: listJson(query, join(users, groups)) };
  }

  /** A page contains one kind; the last page of users, which may be short (RFC 9865 §2), leads to the first page of groups. */
  private async listByCursor(context: ResourceContext, query: ListQuery, cursor: string): Promise<ScimAnswer> {
    const kind = cursor.charAt(0);
    if (kind !== OF_USERS && kind !== OF_GROUPS) throw ScimError.invalidCursor('The cursor is not one of this query.');
    const { user, group } = context.schemas;
    const place = cursor.slice(1);
    const users = await this.users.page(context, pageOf(seenBy(query, user, group), kind === OF_USERS, place));
    const ended = kind === OF_GROUPS || (users.items === 0 && query.count > 0);
    const groups = await this.groups.page(
      context,
      pageOf(seenBy(query, group, user), ended, kind === OF_GROUPS ? place : ''),
    );
    const page = join(users, groups);
    const more = query.count > 0 && !ended && groups.total > 0;
    if (users.nextCursor !== undefined) page.nextCursor = OF_USERS + users.nextCursor;
    else if (groups.nextCursor !== undefined) page.nextCursor = OF_GROUPS + groups.nextCursor;
    else if (more) page.nextCursor = OF_GROUPS;
    return { status: 200, body: listJson(query, page) };
  }
}

function seenBy(query: ListQuery, type: ResourceSchema, other: ResourceSchema): ListQuery {
  const { filter, sort, ...rest } = query;
  return {
    ...rest,
    ...(filter && { filter: filterForType(filter, type, [other]) }),
    ...(sort && (type.resolve(sort.by) !== undefined || other.resolve(sort.by) === undefined) && { sort }),
  };
}

/** The page at a cursor, or the total alone. */
function pageOf(query: ListQuery, shown: boolean, cursor: string): ListQuery {
  const { cursor: _cursor, ...rest } = query;
  return shown ? { ...rest, cursor } : { ...rest, startIndex: 1, count: 0 };
}

function join(users: ResourcePage, groups: ResourcePage): ResourcePage {
  return {
    total: users.total + groups.total,
    items: users.items + groups.items,
    nextCursor: undefined,
    resources: joinTexts(users.resources, groups.resources, users.items > 0 && groups.items > 0 ? ',' : ''),
  };
}

function joinTexts(
  first: string | AsyncIterable<string>,
  second: string | AsyncIterable<string>,
  between: string,
): string | AsyncIterable<string> {
  return typeof first === 'string' && typeof second === 'string'
    ? first + between + second
    : inTurn(first, between, second);
}

async function* inTurn(...texts: (string | AsyncIterable<string>)[]): AsyncIterable<string> {
  for (const text of texts) {
    if (typeof text === 'string') yield text;
    else yield* text;
  }
}
