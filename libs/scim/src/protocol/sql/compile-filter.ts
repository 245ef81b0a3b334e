import type { Filter } from '../filter/filter.js';
import type { FilterMapping } from './filter-mapping.js';

/**
 * SQL condition of a filter; values are pushed onto `params`, and `$n` counts from what is there already.
 * NULL counts as false, so use it in `where`, joined by `and`/`or` only.
 * @throws ScimError 400 invalidFilter: unknown attribute, or an operand of the wrong type
 */
export function compileFilter(_filter: Filter, _mapping: FilterMapping, _params: unknown[]): string {
  throw new Error('not written yet');
}
