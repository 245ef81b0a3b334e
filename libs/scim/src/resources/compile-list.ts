import type { RowQuery } from '@rollcall/directory';
import {
  compileFilter,
  compileKeyset,
  compileSort,
  type CursorPosition,
  decodeCursor,
  encodeCursor,
  type Filter,
  type FilterMapping,
  type ListQuery,
} from '../protocol/index.js';
import { listName } from './list-places.js';
import type { ResourceContext } from './resource-context.js';

/** SQL of a list query. When paging by cursor, it reads one row more than the page has, to see whether another page follows. */
export function compileList(context: ResourceContext, query: ListQuery, mapping: FilterMapping, id: string): RowQuery {
  const { caller, cursorKeys, places } = context;
  const values: unknown[] = [caller.tenantId, caller.integrationId];
  const where = query.filter && compileFilter(query.filter, mapping, values);
  const sort = query.sort && compileSort(query.sort, mapping, id);
  const shape = {
    freshPlan: !isCommon(query),
    searches: !isIndexed(query, mapping),
    narrow: query.filter !== undefined && sort === undefined && isNarrow(query.filter, mapping),
    ...(where && { where }),
    ...(sort && { orderBy: sort.orderBy, key: sort.key }),
  };
  const begin = (last: CursorPosition | undefined): { after?: string } => {
    if (last === undefined) return {};
    return {
      after: query.sort
        ? compileKeyset(query.sort, mapping, id, last, values)
        : `${id} > $${values.push(last.id)}::uuid`,
    };
  };
  if (query.cursor !== undefined) {
    const last = decodeCursor(query, cursorKeys);
    return { values, ...shape, ...begin(last), offset: 0, limit: query.count === 0 ? 0 : query.count + 1 };
  }
  const skipped = query.startIndex - 1;
  const place = query.count === 0 ? undefined : places.before(listName(caller, query, id), skipped);
  return { values, ...shape, ...begin(place), offset: skipped - (place?.rows ?? 0), limit: query.count };
}

/** The most frequent lists: without a filter, or with one equality. */
function isCommon({ filter, sort }: ListQuery): boolean {
  return sort === undefined && (filter === undefined || (filter.kind === 'compare' && filter.operator === 'eq'));
}

/** Lists by id, or by one value that an index finds. */
function isIndexed({ filter, sort }: ListQuery, { schema, sources }: FilterMapping): boolean {
  if (sort !== undefined) return false;
  if (filter === undefined) return true;
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return false;
  const source = sources[schema.resolve(filter.path)?.path ?? ''];
  return (
    source?.kind === 'column' && (source.type === 'uuid' || source.nameKey !== undefined || source.indexed === true)
  );
}

/** Whether an index finds the rows of a condition on a text. */
function isNarrow(filter: Filter, mapping: FilterMapping): boolean {
  if (filter.kind === 'and') return filter.operands.some((operand) => isNarrow(operand, mapping));
  if (filter.kind !== 'compare' || (filter.operator !== 'eq' && filter.operator !== 'sw')) return false;
  const path = mapping.schema.resolve(filter.path)?.path ?? '';
  return typeof filter.value === 'string' && filter.value !== '' && mapping.indexedTexts?.has(path) === true;
}

/** Maximum characters of the resources of a page: a shorter page is legal (RFC 7644 §3.4.2.4), and the client requests the rest. */
const MAX_PAGE_CHARACTERS = 4 * 1024 * 1024;

/**
 * The rows of a page. When paging by cursor, also where the next page starts; when paging by startIndex, this process remembers that place.
 * Large resources make the page shorter than requested.
 */
export function cutPage<T extends { id: string; key?: string | null; profile: string }>(
  rows: readonly T[],
  query: ListQuery,
  context: ResourceContext,
  id: string,
): { rows: readonly T[]; nextCursor?: string } {
  const byCursor = query.cursor !== undefined;
  const asked = byCursor ? Math.min(rows.length, query.count) : rows.length;
  const shown = rows.slice(0, fitting(rows, asked));
  const last = shown.at(-1);
  if (last === undefined) return { rows: shown };
  const place = { id: last.id, key: last.key ?? null };
  if (byCursor)
    return shown.length < rows.length
      ? { rows: shown, nextCursor: encodeCursor(place, query, context.cursorKeys) }
      : { rows: shown };
  const before = query.startIndex - 1 + shown.length;
  context.places.remember(listName(context.caller, query, id), { ...place, rows: before });
  return { rows: shown };
}

function fitting(rows: readonly { profile: string }[], asked: number): number {
  let characters = 0;
  for (let index = 0; index < asked; index += 1) {
    characters += rows[index]!.profile.length;
    if (characters > MAX_PAGE_CHARACTERS && index > 0) return index;
  }
  return asked;
}
