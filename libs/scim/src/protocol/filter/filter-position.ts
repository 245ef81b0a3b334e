import type { Filter } from './filter.js';

const positions = new WeakMap<Filter, number>();

/** Stores the text position of a filter outside the tree, so that trees are compared by content only. */
export function notePosition(filter: Filter, index: number): Filter {
  positions.set(filter, index);
  return filter;
}

/** ` at position 7`, counted from 1; '' for a tree that was not parsed from text. */
export function tellPosition(filter: Filter): string {
  const index = positions.get(filter);
  return index === undefined ? '' : ` at position ${index + 1}`;
}
