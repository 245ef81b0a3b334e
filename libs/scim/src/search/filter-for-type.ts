import type { Comparison, Filter, ResourceSchema } from '../protocol/index.js';

const ALWAYS: Filter = { kind: 'present', path: 'id' };
const NEVER: Filter = { kind: 'not', operand: ALWAYS };

/** Same semantics as bindFilter: `ne "x"` and `eq null` hold for an absent value, `ne null` and `eq "x"` do not. */
function holdsWithoutValue({ operator, value }: Comparison): boolean {
  return value === null ? operator === 'eq' : operator === 'ne';
}

/**
 * Reduces a filter over several resource types to one of them: attributes of other types count as absent (RFC 7644 §3.4.2.1). Unknown
 * attributes remain, so that they are refused later.
 */
export function filterForType(filter: Filter, type: ResourceSchema, others: readonly ResourceSchema[]): Filter {
  const foreign = (path: string): boolean =>
    type.resolve(path) === undefined && others.some((other) => other.resolve(path) !== undefined);
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, operands: filter.operands.map((operand) => filterForType(operand, type, others)) };
    case 'not':
      return { ...filter, operand: filterForType(filter.operand, type, others) };
    case 'compare':
      return foreign(filter.path) ? (holdsWithoutValue(filter) ? ALWAYS : NEVER) : filter;
    case 'present':
    case 'valuePath':
      return foreign(filter.path) ? NEVER : filter;
  }
}
