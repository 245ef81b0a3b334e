import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ScimCaller } from '@rollcall/credentials';
import { monotonicNow } from '@rollcall/platform';
import { type CursorPosition, type ListQuery, printFilter } from '../protocol/index.js';

/** Lists remembered, the ones used last; with all their places about 4 MB. */
const MAX_LISTS = 1_000;
/** Places per list: some clients read a few pages at once, or read one again. */
const MAX_PLACES = 16;
/** A place that is older may be far from its index, and a client that pages asks sooner. */
const MAX_AGE_MS = 5 * 60_000;

/** The last row of a page. */
export interface ListPlace extends CursorPosition {
  /** Rows up to it, itself included: the startIndex of the next page less one. */
  readonly rows: number;
}

/**
 * Where each page of a client's list ended. The page at the next startIndex is read from there, not by offset from the first row, so it
 * misses no row if earlier rows were deleted in between. Kept in this process's memory: for an unknown startIndex the offset is used.
 */
@Injectable()
export class ListPlaces {
  private readonly lists = new Map<string, (ListPlace & { at: number })[]>();

  /** @returns the nearest place with at most `rows` rows up to it */
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

/** Names a list of one client: its credential, the kind of resource, the filter and the order. */
export function listName(caller: ScimCaller, { filter, sort }: ListQuery, kind: string): string {
  const scope = `${caller.integrationId} ${caller.credentialId} ${kind}`;
  if (filter === undefined && sort === undefined) return scope;
  const query = JSON.stringify([filter && printFilter(filter), sort?.by.toLowerCase(), sort?.order]);
  return `${scope} ${createHash('sha256').update(query).digest('base64')}`;
}
