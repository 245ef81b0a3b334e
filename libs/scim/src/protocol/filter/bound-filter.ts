import type { Attribute } from '../schemas/resource-schema.js';
import type { CompareOperator } from './filter.js';

/**
 * A filter whose paths are resolved and operands checked against a schema: what is evaluated, in memory or as SQL.
 * Only single values are compared; `any` steps into the values of a multi-valued attribute.
 */
export type BoundFilter =
  | BoundComparison
  | { readonly kind: 'present'; readonly attribute: Attribute }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly BoundFilter[] }
  | { readonly kind: 'not'; readonly operand: BoundFilter }
  /** One value of the multi-valued `attribute` meets `filter`, whose attributes are below it, or itself when it is simple. */
  | { readonly kind: 'any'; readonly attribute: Attribute; readonly filter: BoundFilter };

/** `value` has the attribute's type; that of a dateTime is in ms since 1970. Absent values meet `ne` only. */
export interface BoundComparison {
  readonly kind: 'compare';
  readonly attribute: Attribute;
  readonly operator: CompareOperator;
  readonly value: string | number | boolean;
}
