import type { ScimJson } from './scim-answer.js';

/** Where a page of a list begins: by 1-based index (RFC 7644 §3.4.2.4), or by cursor (RFC 9865), the first of which is empty. */
export type PagePosition = { startIndex: number } | { cursor: string };

const PAGE_SIZE = 200;

/** Reads what `nextPosition` gave; a run keeps it while it lasts. */
export function readPosition(text: string): PagePosition {
  return text.startsWith('cursor:') ? { cursor: text.slice('cursor:'.length) } : { startIndex: Number(text) };
}

export function pageQuery(position: PagePosition, count = PAGE_SIZE): URLSearchParams {
  const start = 'cursor' in position ? { cursor: position.cursor } : { startIndex: String(position.startIndex) };
  return new URLSearchParams({ ...start, count: String(count) });
}

/** Where the page after this one begins, as text; undefined after the last. A server may give fewer users than were asked for. */
export function nextPosition(position: PagePosition, body: ScimJson, users: number): string | undefined {
  const { nextCursor, totalResults } = body;
  if ('cursor' in position)
    return typeof nextCursor === 'string' && nextCursor !== '' ? `cursor:${nextCursor}` : undefined;
  const next = position.startIndex + users;
  return users > 0 && next <= Number(totalResults) ? String(next) : undefined;
}
