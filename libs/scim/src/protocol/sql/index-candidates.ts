import { foldText } from '@rollcall/platform';
import type { BoundComparison, BoundFilter } from '../filter/bound-filter.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { textOf } from './compile-comparison.js';
import type { ValueReference } from './value-reference.js';

/** Number of characters of a folded text in its index, because an index entry of PostgreSQL has at most 2704 bytes. */
const INDEXED_CHARACTERS = 128;

/** `left(fold_text(…), 128) = … and `, true of every row that can meet the comparison; '' for an operator that the index does not support. */
export function pushPrefix(comparison: BoundComparison, at: ValueReference, params: unknown[]): string {
  const { attribute, operator, value } = comparison;
  if ((operator !== 'eq' && operator !== 'sw') || typeof value !== 'string' || attribute.caseExact) return '';
  const indexed = `left(fold_text(${textOf(at, attribute)}), ${INDEXED_CHARACTERS})`;
  const wanted = `$${params.push(Array.from(foldText(value)).slice(0, INDEXED_CHARACTERS).join(''))}::text`;
  return operator === 'eq' ? `${indexed} = ${wanted} and ` : `starts_with(${indexed}, ${wanted}) and `;
}

/** `<folded> @> … and `: an indexed condition, true if `filter` matches one value of `attribute`; '' when there is none. */
export function pushCandidates(folded: string, attribute: Attribute, filter: BoundFilter, params: unknown[]): string {
  const needed: Record<string, string> = {};
  let itself: string | undefined;
  for (const condition of filter.kind === 'and' ? filter.operands : [filter]) {
    if (condition.kind !== 'compare' || condition.operator !== 'eq' || typeof condition.value !== 'string') continue;
    if (condition.attribute === attribute) itself = foldText(condition.value);
    else if (condition.attribute.parent === attribute)
      needed[foldText(condition.attribute.name)] = foldText(condition.value);
  }
  if (itself === undefined && Object.keys(needed).length === 0) return '';
  const parameter = params.push(JSON.stringify([itself ?? needed]));
  return `${folded} @> $${parameter}::jsonb and `;
}
