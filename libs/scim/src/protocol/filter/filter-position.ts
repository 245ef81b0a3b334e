import type { Filter } from './filter.js';

const positions = new WeakMap<Filter, number>();

/** Remembers where in its text a filter began, beside the tree, so that trees compare by content. */
export function notePosition(filter: Filter, index: number): Filter {
  positions.set(filter, index);
  return filter;
}

/** ` at position 7`, counted from 1; '' for a tree that no text was read into. */
export function tellPosition(filter: Filter): string {
  const index = positions.get(filter);
  return index === undefined ? '' : ` at position ${index + 1}`;
}
