import { createHmac, timingSafeEqual } from 'node:crypto';
import { ScimError } from '../errors/scim-error.js';
import { printFilter } from '../filter/print-filter.js';
import type { ListQuery } from './list-query.js';

export type CursorKeys = readonly [Buffer, ...Buffer[]];

const SUM_BYTES = 16;

/** The end of a page: id and sort key of the last row. */
export interface CursorPosition {
  readonly id: string;
  /** null if the row has no sort value, or the query is not sorted. */
  readonly key: string | null;
}

/**
 * Opaque and URL-safe (RFC 9865 §2), bound to the query's filter, sort and count. It grants no access: the next page is read with the
 * rights of the client that sends it. It never expires, because it is a position and holds no server state.
 * @param keys secrets that sign cursors: the first one signs, all are accepted
 */
export function encodeCursor({ id, key }: CursorPosition, query: ListQuery, keys: CursorKeys): string {
  const place = Buffer.from(JSON.stringify([id, key, query.count])).toString('base64url');
  return `${place}.${sumOf(place, query, keys[0]).toString('base64url')}`;
}

/** undefined for the first page. @throws ScimError 400 invalidCursor; invalidCount when the count differs from the first page's */
export function decodeCursor(query: ListQuery, keys: CursorKeys): CursorPosition | undefined {
  if (!query.cursor) return undefined;
  const [place = '', sum = ''] = query.cursor.split('.');
  const sent = Buffer.from(sum, 'base64url');
  if (!keys.some((key) => isSame(sent, sumOf(place, query, key))))
    throw ScimError.invalidCursor('The cursor is not one of this query: start again with an empty cursor.');
  const [id, key, count] = JSON.parse(Buffer.from(place, 'base64url').toString()) as [string, string | null, number];
  if (count !== query.count)
    throw ScimError.invalidCount(`"count" must be ${count}, as in the query that began these pages.`);
  return { id, key };
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function sumOf(place: string, { filter, sort }: ListQuery, key: Buffer): Buffer {
  const query = JSON.stringify([filter && printFilter(filter), sort?.by.toLowerCase(), sort?.order]);
  return createHmac('sha256', key).update(`${place} ${query}`).digest().subarray(0, SUM_BYTES);
}
