/** RFC 7644 §3.4.2.2, table 3, without `pr`. */
export const COMPARE_OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type CompareOperator = (typeof COMPARE_OPERATORS)[number];

export type FilterValue = string | number | boolean | null;

/**
 * A filter's tree. `path` is as written (`userName`, `name.givenName`, `urn:…:User:department`); letter case and schema are
 * resolved later, by a ResourceSchema.
 * `emails[type eq "work"].value co "@x"` is read as `emails[type eq "work" and value co "@x"]`.
 */
export type Filter = Comparison | Presence | Junction | Negation | ValuePath;

export interface Comparison {
  readonly kind: 'compare';
  readonly path: string;
  readonly operator: CompareOperator;
  readonly value: FilterValue;
}

export interface Presence {
  readonly kind: 'present';
  readonly path: string;
}

/** Two operands or more; a junction of the same kind inside means that the text had parentheses. */
interface Junction {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Filter[];
}

interface Negation {
  readonly kind: 'not';
  readonly operand: Filter;
}

/** `path[filter]`: one value of the multi-valued `path` matches the whole filter. */
export interface ValuePath {
  readonly kind: 'valuePath';
  readonly path: string;
  readonly filter: Filter;
}

/** RFC 7644 §3.5.2, figure 7: `attrPath / valuePath [subAttr]`. */
export interface PatchPath {
  readonly path: string;
  readonly filter?: Filter;
  readonly subAttribute?: string;
}
