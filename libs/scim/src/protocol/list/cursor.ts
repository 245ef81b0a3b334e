import type { ListQuery } from './list-query.js';

/** Where a page ended: the last row's id and sort key. */
export interface CursorPosition {
  readonly id: string;
  readonly key: string | null;
}

/** Opaque and URL-safe; bound to the query's filter and sort. */
export function encodeCursor(_position: CursorPosition, _query: ListQuery): string {
  throw new Error('not written yet');
}

/** undefined for the first page. @throws ScimError 400 invalidCursor */
export function decodeCursor(_query: ListQuery): CursorPosition | undefined {
  throw new Error('not written yet');
}
