import type { FilterMapping } from './filter-mapping.js';

export interface Sort {
  readonly by: string;
  readonly order: 'ascending' | 'descending';
}

export interface CompiledSort {
  /** `lower(i.user_name) asc, i.id asc` */
  readonly orderBy: string;
  /** SQL of the sort key as text, to be selected for the next cursor. */
  readonly key: string;
}

/** `tieBreaker` makes the order total: `i.id`. @throws ScimError 400 invalidPath when the attribute is unknown or can't be sorted by */
export function compileSort(_sort: Sort, _mapping: FilterMapping, _tieBreaker: string): CompiledSort {
  throw new Error('not written yet');
}

/** Condition for the rows after a row, in the order of compileSort; `key` is what its `key` gave for that row. */
export function compileKeyset(
  _sort: Sort,
  _mapping: FilterMapping,
  _tieBreaker: string,
  _after: { readonly key: string | null; readonly id: string },
  _params: unknown[],
): string {
  throw new Error('not written yet');
}
