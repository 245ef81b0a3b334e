/** By 1-based index (RFC 7644 §3.4.2.4). */
export interface IndexPosition {
  startIndex: number;
  /** Ids at the end of the page before, which the page that begins here should show again: then no user has slipped between the two. */
  known: readonly string[];
  /** First id of the page before. */
  head?: string;
  /** `totalResults` of the previous page. */
  total?: number;
  /** How often the list was gone back in, since none of `known` was shown. */
  stepsBack: number;
  /** Whether totalResults is left out of account. */
  endless: boolean;
  /** Consecutive pages, up to here, without a user although more were promised, and the number of people before them. */
  gap?: { pages: number; listed: number };
}

/** Where a page of a list begins: by index, or by cursor (RFC 9865), the first of which is empty. */
export type PagePosition = IndexPosition | { cursor: string };

/** What a page reveals about its list. */
export interface PageFacts {
  ids: readonly string[];
  /** Undefined when there is none to believe. */
  totalResults: number | undefined;
  nextCursor: string | undefined;
}

export const FIRST_INDEX: IndexPosition = { startIndex: 1, known: [], stepsBack: 0, endless: false };
export const FIRST_CURSOR = { cursor: '' };
const PAGE_SIZE = 200;
const MAX_KNOWN = 5;
const FIRST_STEP = 100;
/** A server that keeps no order at all is not gone back in for ever. */
const MAX_STEPS_BACK = 8;
/** A server that hides many people may have empty pages, but not without end. */
const MAX_EMPTY = 5;
/** Sizes of pages are round numbers. */
const ROUND = 5;

export function pageQuery(position: PagePosition, count = PAGE_SIZE): Record<string, string> {
  const start = 'cursor' in position ? { cursor: position.cursor } : { startIndex: String(position.startIndex) };
  return { ...start, count: String(count) };
}

/** Where the page after this one begins; undefined after the last. A server may give fewer users than were asked for. */
export function nextPosition(position: PagePosition, facts: PageFacts): PagePosition | undefined {
  if (!('cursor' in position)) return afterIndex(position, facts);
  const { nextCursor, ids, totalResults = 0 } = facts;
  // Also when the cursor is repeated: a list that does not end must not pass for a complete one.
  if (nextCursor !== undefined) return { cursor: nextCursor };
  // Cursors were promised, and none came.
  return position.cursor === '' && ids.length < totalResults ? afterIndex(FIRST_INDEX, facts) : undefined;
}

/** Users that the list announced and had not returned after its last page. */
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
 * Pages by index shift while they are read: when a user leaves the list, the first user of the next page moves to the end of
 * this one. So pages overlap, and where the overlap is not found, the list is gone back in until it is.
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
