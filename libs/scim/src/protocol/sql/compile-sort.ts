import { ScimError } from '../errors/scim-error.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { childOf } from '../schemas/resource-schema.js';
import { booleanOf, numberOf, parenthesized, textOf, timeOf } from './compile-comparison.js';
import type { FilterMapping } from './filter-mapping.js';
import { quote, RowScope, type ValueReference } from './value-reference.js';

/** RFC 7644 §3.4.2.3 */
export interface Sort {
  /** An attribute path, as the client wrote it. */
  readonly by: string;
  readonly order: 'ascending' | 'descending';
}

export interface CompiledSort {
  /** `i.user_name_key collate "C" asc, i.id asc`; resources without a value come last ascending and first descending. */
  readonly orderBy: string;
  /** SQL of the sort key as text, selected for the next cursor. */
  readonly key: string;
}

/**
 * `tieBreaker`, a unique uuid column (`i.id`), makes the order total.
 * @throws ScimError 400 invalidValue when the attribute is unknown or not sortable
 */
export function compileSort(sort: Sort, mapping: FilterMapping, tieBreaker: string): CompiledSort {
  const { sql } = sortKey(sort, mapping);
  const direction = sort.order === 'ascending' ? 'asc nulls last' : 'desc nulls first';
  return { orderBy: `${sql} ${direction}, ${tieBreaker} asc`, key: `(${sql})::text` };
}

/** Condition for the rows after a given row in the order of compileSort; `key` is that row's sort key. */
export function compileKeyset(
  sort: Sort,
  mapping: FilterMapping,
  tieBreaker: string,
  after: { readonly key: string | null; readonly id: string },
  params: unknown[],
): string {
  const { sql, type } = sortKey(sort, mapping);
  const later = `${tieBreaker} > $${params.push(after.id)}::uuid`;
  const ascending = sort.order === 'ascending';
  if (after.key === null) return ascending ? `${sql} is null and ${later}` : `(${sql} is not null or ${later})`;
  const key = `$${params.push(after.key)}::${type}`;
  const beyond = `${sql} ${ascending ? '>' : '<'} ${key} or (${sql} = ${key} and ${later})`;
  return ascending ? `(${beyond} or ${sql} is null)` : `(${beyond})`;
}

function sortKey(sort: Sort, mapping: FilterMapping): { sql: string; type: string } {
  const named = mapping.schema.resolve(sort.by);
  if (!named || named.returned === 'never') throw refusal(sort, 'it is no attribute');
  const attribute = (named.type === 'complex' && childOf(named, 'value')) || named;
  if (attribute.type === 'complex') throw refusal(sort, 'it is complex; name a sub-attribute');
  const at = reference(attribute, mapping, sort);
  switch (attribute.type) {
    case 'dateTime':
      return { sql: parenthesized(timeOf(at)), type: 'timestamptz' };
    case 'integer':
    case 'decimal':
      return { sql: parenthesized(numberOf(at)), type: 'numeric' };
    case 'boolean':
      return { sql: parenthesized(booleanOf(at)), type: 'boolean' };
    default:
      return { sql: `${sortText(attribute, at)} collate "C"`, type: 'text' };
  }
}

/** Sorts by code point, so that the order is the same in every database. */
function sortText(attribute: Attribute, at: ValueReference): string {
  if (at.kind === 'column' && at.nameKey !== undefined) return at.nameKey.key;
  const text = textOf(at, attribute);
  return attribute.caseExact ? parenthesized(text) : `fold_text(${text})`;
}

/** A multi-valued attribute is sorted by its primary value, or by its first. */
function reference(attribute: Attribute, mapping: FilterMapping, sort: Sort): ValueReference {
  const scope = new RowScope(mapping);
  const multiValued = mapping.sources[attribute.path] ? undefined : attribute.chain.find((link) => link.multiValued);
  const at = scope.find(multiValued ?? attribute);
  if (at.kind === 'relation') throw refusal(sort, 'it has many values, kept elsewhere');
  if (!multiValued || at.kind === 'column') return at;
  const chosen = `coalesce(jsonb_path_query_first(${at.json}, '$[*] ? (@.primary == true)'), ${at.json} -> 0)`;
  if (multiValued === attribute) return { kind: 'json', json: `(${at.json} -> 0)`, text: `(${at.json} ->> 0)` };
  const name = quote(attribute.name);
  return { kind: 'json', json: `(${chosen} -> ${name})`, text: `(${chosen} ->> ${name})` };
}

function refusal(sort: Sort, reason: string): ScimError {
  return ScimError.invalidValue(`Can't sort by "${sort.by}": ${reason}.`);
}
