import { Injectable } from '@nestjs/common';
import { ScimGroups } from '../groups/scim-groups.js';
import { type ListQuery, type ResourceSchema, ScimError } from '../protocol/index.js';
import { listJson, type ResourcePage } from '../resources/list-json.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimAnswer } from '../resources/scim-answer.js';
import { ScimUsers } from '../users/scim-users.js';
import { filterForType } from './filter-for-type.js';

/** Users and groups in one list: users first, each kind in its own order. */
@Injectable()
export class RootSearch {
  constructor(
    private readonly users: ScimUsers,
    private readonly groups: ScimGroups,
  ) {}

  async list(context: ResourceContext, query: ListQuery): Promise<ScimAnswer> {
    if (query.cursor !== undefined) {
      throw ScimError.invalidCursor('Cursors are offered at /Users and /Groups; page by startIndex here.');
    }
    const { user, group } = context.schemas;
    const users = await this.users.page(context, seenBy(query, user, group));
    const rest = { startIndex: Math.max(1, query.startIndex - users.total), count: query.count - users.items };
    const groups = await this.groups.page(context, { ...seenBy(query, group, user), ...rest });
    return { status: 200, body: listJson(query, join(users, groups)) };
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
