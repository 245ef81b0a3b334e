import type { Comparison, Filter, ResourceSchema } from '../protocol/index.js';

const ALWAYS: Filter = { kind: 'present', path: 'id' };
const NEVER: Filter = { kind: 'not', operand: ALWAYS };

/** As bindFilter reads it: `ne "x"` and `eq null` hold where there is no value, `ne null` and `eq "x"` don't. */
function holdsWithoutValue({ operator, value }: Comparison): boolean {
  return value === null ? operator === 'eq' : operator === 'ne';
}

/**
 * A filter over several resource types as one of them sees it: attributes that only others have are without a value here
 * (RFC 7644 §3.4.2.1). What no type knows stays, to be refused.
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
