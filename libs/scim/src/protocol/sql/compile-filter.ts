import { bindFilter } from '../filter/bind-filter.js';
import type { BoundFilter } from '../filter/bound-filter.js';
import type { Filter } from '../filter/filter.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { isExtension } from '../schemas/resource-schema.js';
import { compileComparison } from './compile-comparison.js';
import type { FilterMapping } from './filter-mapping.js';
import { pushCandidates, pushPrefix } from './index-candidates.js';
import { ElementScope, RelationScope, RowScope, type Scope, type ValueReference } from './value-reference.js';

/**
 * SQL condition of a filter; values are appended to `params`, and `$n` continues after the existing ones. NULL counts as false, so use it
 * in `where`, joined by `and`/`or` only.
 * @throws ScimError 400 invalidFilter: unknown attribute, or an operand of the wrong type
 */
export function compileFilter(filter: Filter, mapping: FilterMapping, params: unknown[]): string {
  return compile(bindFilter(filter, mapping.schema), new RowScope(mapping), params);
}

function compile(filter: BoundFilter, scope: Scope, params: unknown[]): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.operands.map((operand) => `(${compile(operand, scope, params)})`).join(` ${filter.kind} `);
    case 'not':
      return `(${compile(filter.operand, scope, params)}) is not true`;
    case 'compare': {
      const at = valueOf(filter.attribute, scope);
      const candidates = scope.hasTextIndex?.(filter.attribute) ? pushPrefix(filter, at, params) : '';
      return candidates + compileComparison(filter, at, params);
    }
    case 'present':
      return compilePresence(filter.attribute, scope);
    case 'any':
      return compileAny(filter.attribute, filter.filter, scope, params);
  }
}

function compilePresence(attribute: Attribute, scope: Scope): string {
  const at = scope.find(attribute);
  if (at.kind === 'relation') return `exists (select 1 from ${at.from} where ${at.where})`;
  if (at.kind === 'column') return at.type === 'text' ? `${at.sql} <> ''` : `${at.sql} is not null`;
  return attribute.multiValued || attribute.type === 'complex' || isExtension(attribute.chain[0]!)
    ? `${at.json} not in ('[]'::jsonb, '{}'::jsonb, 'null'::jsonb, '""'::jsonb)`
    : `${at.text} <> ''`;
}

function compileAny(attribute: Attribute, filter: BoundFilter, scope: Scope, params: unknown[]): string {
  const at = scope.find(attribute);
  if (at.kind === 'relation') {
    const condition = compile(filter, new RelationScope(at, attribute), params);
    return `exists (select 1 from ${at.from} where ${at.where} and (${condition}))`;
  }
  // A column holds a single value.
  if (at.kind === 'column') return compile(filter, { find: () => at }, params);
  const candidates = at.folded === undefined ? '' : pushCandidates(at.folded, attribute, filter, params);
  const condition = compile(filter, new ElementScope('element.value', attribute), params);
  return `${candidates}exists (select 1 from jsonb_array_elements(${arrayAt(at.json, attribute)}) as element where ${condition})`;
}

/** A value stored before its schema may not be a list; it then counts as having no values, as in matches(). */
function arrayAt(json: string, attribute: Attribute): string {
  return isExtension(attribute.chain[0]!)
    ? `case when jsonb_typeof(${json}) = 'array' then ${json} else '[]'::jsonb end`
    : json;
}

function valueOf(attribute: Attribute, scope: Scope): ValueReference {
  const at = scope.find(attribute);
  if (at.kind === 'relation') throw new TypeError(`"${attribute.path}" is a relation and has no value of its own`);
  return at;
}
