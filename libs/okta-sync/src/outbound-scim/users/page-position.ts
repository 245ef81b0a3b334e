/** A position by index. The first index is 1 (RFC 7644 §3.4.2.4). */
export interface IndexPosition {
  startIndex: number;
  /**
   * Last ids of the previous page. This page must contain at least one of them, which shows that no user was missed
   * between the two pages.
   */
  known: readonly string[];
  /** First id of the previous page. */
  head?: string;
  /** `totalResults` of the previous page. */
  total?: number;
  /** How often reading has stepped back so far. It steps back when a page contains none of `known`. */
  stepsBack: number;
  /** True if `totalResults` is ignored. */
  endless: boolean;
  /** Set after empty pages although more users were announced: number of these pages in a row, and number of users listed before them. */
  gap?: { pages: number; listed: number };
}

/** The start of a page, by index or by cursor (RFC 9865). The first cursor is empty. */
export type PagePosition = IndexPosition | { cursor: string };

/** The facts of a page that decide where the next page begins. */
export interface PageFacts {
  ids: readonly string[];
  /** Undefined if the server returned no plausible number. */
  totalResults: number | undefined;
  nextCursor: string | undefined;
}

export const FIRST_INDEX: IndexPosition = { startIndex: 1, known: [], stepsBack: 0, endless: false };
export const FIRST_CURSOR = { cursor: '' };
const PAGE_SIZE = 200;
const MAX_KNOWN = 5;
const FIRST_STEP = 100;
/** Maximum of `stepsBack`. It ends the reading of a list that has no stable order. */
const MAX_STEPS_BACK = 8;
/** Maximum number of empty pages in a row. A server that hides users may return empty pages; one more page than this ends the list. */
const MAX_EMPTY = 5;
/** A page size is usually a multiple of this number. */
const ROUND = 5;

export function pageQuery(position: PagePosition, count = PAGE_SIZE): Record<string, string> {
  const start = 'cursor' in position ? { cursor: position.cursor } : { startIndex: String(position.startIndex) };
  return { ...start, count: String(count) };
}

/**
 * The start of the next page; undefined after the last page. The next page begins after the users returned, because a
 * server may return fewer users than requested.
 */
export function nextPosition(position: PagePosition, facts: PageFacts): PagePosition | undefined {
  if (!('cursor' in position)) return afterIndex(position, facts);
  const { nextCursor, ids, totalResults = 0 } = facts;
  // A repeated cursor is followed too. The run then detects that the list does not end. Without this, the list would
  // count as complete.
  if (nextCursor !== undefined) return { cursor: nextCursor };
  // If the server announced cursors but returned none, the list continues by index.
  return position.cursor === '' && ids.length < totalResults ? afterIndex(FIRST_INDEX, facts) : undefined;
}

/** Number of users that the list announced but did not return. 0 if this page is not the last one. */
export function missingAfter(position: PagePosition, facts: PageFacts): number {
  const { ids, totalResults } = facts;
  if ('cursor' in position || position.endless || totalResults === undefined) return 0;
  if (ids.length > 0 && !repeats(position, facts)) return 0;
  return Math.max(0, totalResults - listedBefore(position));
}

/**
 * True if the server ignores `startIndex`: it returned the previous page again, with the same total. With another total
 * the repetition has a different cause: users joined at the front of the list, and moved the same users into this page.
 */
export function repeats(position: PagePosition, { ids, totalResults }: PageFacts): boolean {
  if ('cursor' in position || position.head === undefined || totalResults !== position.total) return false;
  return ids[0] === position.head && ids.at(-1) === (position.known.at(-1) ?? position.head);
}

/**
 * The start of the next page in a list that is read by index. Such pages shift while they are read: when a user leaves
 * the list, the first user of the next page moves to the end of the current one. Therefore the pages overlap. If a page
 * does not overlap, reading steps back.
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
  // Some servers return the size of the page in `totalResults`. So a total that equals a round page size is not
  // trusted.
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
