import type { Attribute } from '../schemas/resource-schema.js';
import type { CompareOperator } from './filter.js';

/**
 * A filter whose paths are resolved and operands checked against a schema; it is evaluated in memory or as SQL. Only single values are
 * compared; `any` evaluates a filter on each value of a multi-valued attribute.
 */
export type BoundFilter =
  | BoundComparison
  | { readonly kind: 'present'; readonly attribute: Attribute }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly BoundFilter[] }
  | { readonly kind: 'not'; readonly operand: BoundFilter }
  /** A value of the multi-valued `attribute` matches `filter`, which is on its sub-attributes, or on itself if it is simple. */
  | { readonly kind: 'any'; readonly attribute: Attribute; readonly filter: BoundFilter };

/** `value` has the attribute's type; a dateTime is in ms since 1970. Absent values match `ne` only. */
export interface BoundComparison {
  readonly kind: 'compare';
  readonly attribute: Attribute;
  readonly operator: CompareOperator;
  readonly value: string | number | boolean;
}
