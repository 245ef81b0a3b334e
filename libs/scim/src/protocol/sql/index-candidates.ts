import { foldText } from '@rollcall/platform';
import type { BoundFilter } from '../filter/bound-filter.js';
import type { Attribute } from '../schemas/resource-schema.js';

/** `<folded> @> … and `, a necessary condition for `filter` on one value of `attribute` that an index can serve; '' when there is none. */
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
