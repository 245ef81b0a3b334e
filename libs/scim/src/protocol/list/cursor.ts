import { createHash } from 'node:crypto';
import { ScimError } from '../errors/scim-error.js';
import { printFilter } from '../filter/print-filter.js';
import type { ListQuery } from './list-query.js';

/** Where a page ended: the last row's id and sort key. */
export interface CursorPosition {
  readonly id: string;
  /** null when the row has none, or when the query isn't sorted. */
  readonly key: string | null;
}

/**
 * Opaque and URL-safe (RFC 9865 §2), bound to the query's filter, sort and count. It gives no access: the next page is looked
 * up with the rights of whoever brings it. It never expires, for it names a place and holds nothing open.
 */
export function encodeCursor({ id, key }: CursorPosition, query: ListQuery): string {
  const place = Buffer.from(JSON.stringify([id, key, query.count])).toString('base64url');
  return `${place}.${sumOf(place, query)}`;
}

/** undefined for the first page. @throws ScimError 400 invalidCursor; invalidCount when the count isn't that of the first page */
export function decodeCursor(query: ListQuery): CursorPosition | undefined {
  if (!query.cursor) return undefined;
  const [place = '', sum] = query.cursor.split('.');
  if (sum !== sumOf(place, query))
    throw ScimError.invalidCursor('The cursor is not one of this query: start again with an empty cursor.');
  const [id, key, count] = JSON.parse(Buffer.from(place, 'base64url').toString()) as [string, string | null, number];
  if (count !== query.count)
    throw ScimError.invalidCount(`"count" must be ${count}, as in the query that began these pages.`);
  return { id, key };
}

function sumOf(place: string, { filter, sort }: ListQuery): string {
  const query = JSON.stringify([filter && printFilter(filter), sort?.by.toLowerCase(), sort?.order]);
  return createHash('sha256').update(`${place} ${query}`).digest('base64url').slice(0, 12);
}
