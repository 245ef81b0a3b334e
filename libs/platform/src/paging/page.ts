import { isId } from '../identity/new-id.js';
import { cursorRefusal, decodeCursor } from './cursor.js';

/** A keyset page of a list: forward from the beginning, or backward from the end (Relay's `last` and `before`). */
export type PageRequest = { first: number; after?: string } | { last: number; before?: string };

/** A number, or a function that counts only on request, because counting a long list costs more than reading a page of it. */
export type Count = number | (() => Promise<number>);

export interface Page<T> {
  nodes: T[];
  /** One cursor per node, in the same order. */
  cursors: string[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  totalCount: Count;
}

/** How SQL must read a page. Rows of a backward page are read in the opposite order of the list, and `toPage` reverses them. */
export interface Slice {
  /** How the key of a row compares with the key of the cursor. */
  beyond: '<' | '>';
  order: 'asc' | 'desc';
  /** One more than the page size. If the extra row exists, the list continues after the page. */
  limit: number;
}

const isBackward = (page: PageRequest): page is { last: number; before?: string } => 'last' in page;
const cursorOfPage = (page: PageRequest): string | undefined => (isBackward(page) ? page.before : page.after);
const sizeOf = (page: PageRequest): number => (isBackward(page) ? page.last : page.first);

/** @param order sort order of the list */
export function sliceOf(page: PageRequest, order: 'asc' | 'desc'): Slice {
  const ascending = (order === 'asc') !== isBackward(page);
  return { beyond: ascending ? '>' : '<', order: ascending ? 'asc' : 'desc', limit: sizeOf(page) + 1 };
}

/**
 * The key in the cursor of a page; undefined if the page starts at the beginning or the end of the list.
 * @param isKey whether the decoded parts can be a key of this list
 * @throws DomainError BAD_USER_INPUT (field `after` or `before`)
 */
export function keyOf(
  page: PageRequest,
  length: number,
  isKey: (parts: readonly (string | null)[]) => boolean,
): (string | null)[] | undefined {
  const cursor = cursorOfPage(page);
  if (cursor === undefined) return undefined;
  const field = isBackward(page) ? 'before' : 'after';
  const parts = decodeCursor(cursor, length, field);
  if (!isKey(parts)) throw cursorRefusal(field);
  return parts;
}

/** How to read a page of a list that is sorted by id. @throws DomainError BAD_USER_INPUT (field `after` or `before`) */
export function idSliceOf(page: PageRequest, order: 'asc' | 'desc'): IdSlice {
  const [id = null] = keyOf(page, 1, ([part]) => isId(part ?? '')) ?? [];
  return { ...sliceOf(page, order), id };
}

export interface IdSlice extends Slice {
  id: string | null;
}

/** Converts the rows that were read for a page to the page. */
export function toPage<T>(rows: T[], page: PageRequest, totalCount: Count, cursorOf: (row: T) => string): Page<T> {
  const size = sizeOf(page);
  const backward = isBackward(page);
  const nodes = backward ? rows.slice(0, size).toReversed() : rows.slice(0, size);
  const [goesOn, begun] = [rows.length > size, cursorOfPage(page) !== undefined];
  return {
    nodes,
    cursors: nodes.map(cursorOf),
    hasNextPage: backward ? begun : goesOn,
    hasPreviousPage: backward ? goesOn : begun,
    totalCount,
  };
}
