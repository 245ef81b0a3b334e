import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ScimCaller } from '@rollcall/credentials';
import { monotonicNow } from '@rollcall/platform';
import { type CursorPosition, type ListQuery, printFilter } from '../protocol/index.js';

/** Maximum number of lists in memory; the one used least recently is dropped. About 4 MB with all their places. */
const MAX_LISTS = 1_000;
/** Maximum places per list: some clients read a few pages at once, or read a page again. */
const MAX_PLACES = 16;
/** Maximum age of a place: later its index may be wrong by many rows, and a paging client requests its next page sooner. */
const MAX_AGE_MS = 5 * 60_000;

/** The last row of a page. */
export interface ListPlace extends CursorPosition {
  /** Number of rows up to and including this one: the startIndex of the next page minus 1. */
  readonly rows: number;
}

/**
 * Where each page of a client's list ended. The page at the next startIndex is read from there, not by offset from the first row, so it
 * misses no row if earlier rows were deleted in between. Kept in this process's memory: for an unknown startIndex the offset is used.
 */
@Injectable()
export class ListPlaces {
  private readonly lists = new Map<string, (ListPlace & { at: number })[]>();

  /** @returns the last known place at or before row number `rows` */
  before(list: string, rows: number): ListPlace | undefined {
    const oldest = monotonicNow() - MAX_AGE_MS;
    let nearest: ListPlace | undefined;
    for (const place of this.lists.get(list) ?? []) {
      if (place.rows <= rows && place.at >= oldest && place.rows > (nearest?.rows ?? 0)) nearest = place;
    }
    return nearest;
  }

  remember(list: string, place: ListPlace): void {
    const others = (this.lists.get(list) ?? []).filter(({ rows }) => rows !== place.rows);
    // A Map keeps the order of insertion: the list moves to the end.
    this.lists.delete(list);
    this.lists.set(list, [...others.slice(1 - MAX_PLACES), { ...place, at: monotonicNow() }]);
    if (this.lists.size > MAX_LISTS) this.lists.delete(this.lists.keys().next().value!);
  }
}

/** A key for a list that a client reads: the integration, the credential, the kind of resource, the filter and the order. */
export function listName(caller: ScimCaller, { filter, sort }: ListQuery, kind: string): string {
  const scope = `${caller.integrationId} ${caller.credentialId} ${kind}`;
  if (filter === undefined && sort === undefined) return scope;
  const query = JSON.stringify([filter && printFilter(filter), sort?.by.toLowerCase(), sort?.order]);
  return `${scope} ${createHash('sha256').update(query).digest('base64')}`;
}
