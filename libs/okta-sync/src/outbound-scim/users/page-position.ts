/** By 1-based index (RFC 7644 §3.4.2.4). */
export interface IndexPosition {
  startIndex: number;
  /** Last ids of the previous page. This page must show one of them again, which proves that no user was missed between the pages. */
  known: readonly string[];
  /** First id of the previous page. */
  head?: string;
  /** `totalResults` of the previous page. */
  total?: number;
  /** Number of steps back so far, each because a page showed none of `known`. */
  stepsBack: number;
  /** Whether `totalResults` is ignored. */
  endless: boolean;
  /** Number of consecutive empty pages although more users were announced, and number of users listed before them. */
  gap?: { pages: number; listed: number };
}

/** Where a page of a list begins: by index, or by cursor (RFC 9865), the first of which is empty. */
export type PagePosition = IndexPosition | { cursor: string };

/** What a page reveals about its list. */
export interface PageFacts {
  ids: readonly string[];
  /** Undefined without a plausible value. */
  totalResults: number | undefined;
  nextCursor: string | undefined;
}

export const FIRST_INDEX: IndexPosition = { startIndex: 1, known: [], stepsBack: 0, endless: false };
export const FIRST_CURSOR = { cursor: '' };
const PAGE_SIZE = 200;
const MAX_KNOWN = 5;
const FIRST_STEP = 100;
/** Maximum `stepsBack`, for servers whose lists have no stable order. */
const MAX_STEPS_BACK = 8;
/** A server that hides users may return empty pages; more in a row than this end the list. */
const MAX_EMPTY = 5;
/** Sizes of pages are round numbers. */
const ROUND = 5;

export function pageQuery(position: PagePosition, count = PAGE_SIZE): Record<string, string> {
  const start = 'cursor' in position ? { cursor: position.cursor } : { startIndex: String(position.startIndex) };
  return { ...start, count: String(count) };
}

/** Where the page after this one begins; undefined after the last. A server may return fewer users than requested. */
export function nextPosition(position: PagePosition, facts: PageFacts): PagePosition | undefined {
  if (!('cursor' in position)) return afterIndex(position, facts);
  const { nextCursor, ids, totalResults = 0 } = facts;
  // A repeated cursor is followed too, because an endless list must not count as complete.
  if (nextCursor !== undefined) return { cursor: nextCursor };
  // If the server announced cursors but returned none, the list continues by index.
  return position.cursor === '' && ids.length < totalResults ? afterIndex(FIRST_INDEX, facts) : undefined;
}

/** Number of users that the list announced but did not return, if this page is the last one. */
export function missingAfter(position: PagePosition, facts: PageFacts): number {
  const { ids, totalResults } = facts;
  if ('cursor' in position || position.endless || totalResults === undefined) return 0;
  if (ids.length > 0 && !repeats(position, facts)) return 0;
  return Math.max(0, totalResults - listedBefore(position));
}

/**
 * Whether the server ignores `startIndex`: it returned the previous page again, with the same total. If the total differs, users joined at
 * the front of the list and moved the same users into this page.
 */
export function repeats(position: PagePosition, { ids, totalResults }: PageFacts): boolean {
  if ('cursor' in position || position.head === undefined || totalResults !== position.total) return false;
  return ids[0] === position.head && ids.at(-1) === (position.known.at(-1) ?? position.head);
}

/**
 * Pages by index shift while they are read: when a user leaves the list, the first user of the next page moves to the end of this one.
 * Therefore pages overlap; without an overlap, reading steps back until there is one.
 */
function afterIndex(position: IndexPosition, facts: PageFacts): IndexPosition | undefined {
  const { ids, totalResults } = facts;
  if (repeats(position, facts)) return undefined;
  const { startIndex, known, stepsBack, endless, gap } = position;
  const total = endless ? undefined : totalResults;
  if (ids.length === 0 && total !== undefined && total > listedBefore(position)) return afterGap(position, total);
  const overlap = ids.findLastIndex((id) => known.includes(id));
  const lost = known.length > 0 && overlap === -1;
  if (lost && startIndex > 1 && stepsBack < MAX_STEPS_BACK) {
    const earlier = Math.max(1, startIndex - FIRST_STEP * 2 ** stepsBack);
    return { startIndex: earlier, known, stepsBack: stepsBack + 1, endless, ...(gap && { gap }) };
  }
  const end = total === undefined ? overlap === ids.length - 1 : startIndex - 1 + ids.length >= total;
  // Some servers return the size of the page as the size of the list.
  const doubted = startIndex === 1 && total === ids.length && total % ROUND === 0;
  if (ids.length === 0 || (end && !doubted)) return undefined;
  const shown = ids.length === 1 ? 0 : Math.min(MAX_KNOWN, Math.ceil(ids.length / 4));
  return {
    startIndex: startIndex + ids.length - shown,
    known: shown === 0 ? [] : ids.slice(-shown),
    stepsBack,
    endless: endless || doubted,
    ...(ids[0] && { head: ids[0] }),
    ...(totalResults !== undefined && { total: totalResults }),
  };
}

function afterGap(position: IndexPosition, total: number): IndexPosition | undefined {
  const pages = (position.gap?.pages ?? 0) + 1;
  const startIndex = position.startIndex + PAGE_SIZE;
  if (startIndex > total || pages > MAX_EMPTY) return undefined;
  const { stepsBack, endless } = position;
  return { startIndex, known: [], stepsBack, endless, gap: { pages, listed: listedBefore(position) } };
}

function listedBefore({ startIndex, known, gap }: IndexPosition): number {
  return gap?.listed ?? startIndex - 1 + known.length;
}
