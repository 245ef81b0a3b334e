import { LIST_RESPONSE_SCHEMA, type ListQuery } from '../protocol/index.js';

/** Resources of a page as JSON texts with commas between, in pieces when they are long. */
export interface ResourcePage {
  total: number;
  items: number;
  nextCursor: string | undefined;
  resources: string | AsyncIterable<string>;
}

const TAIL = ']}';

/** A ListResponse (RFC 7644 §3.4.2, RFC 9865 §2). */
export function listJson(query: ListQuery, page: ResourcePage): string | AsyncIterable<string> {
  const { total, items, nextCursor, resources } = page;
  const place = query.cursor === undefined ? `,"startIndex":${query.startIndex}` : '';
  const next = nextCursor === undefined ? '' : `,"nextCursor":${JSON.stringify(nextCursor)}`;
  const head = `{"schemas":["${LIST_RESPONSE_SCHEMA}"],"totalResults":${total}${place},"itemsPerPage":${items}${next},"Resources":[`;
  return typeof resources === 'string' ? head + resources + TAIL : enclose(head, resources);
}

async function* enclose(head: string, resources: AsyncIterable<string>): AsyncIterable<string> {
  yield head;
  yield* resources;
  yield TAIL;
}
