import { compareCodePoints, foldText, nameKey } from '@rollcall/platform';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute, ResourceSchema } from '../schemas/resource-schema.js';
import { isUniqueName } from '../schemas/resource-schema.js';
import { parseDateTime } from '../values/date-time.js';
import { bindFilter, bindValueFilter } from './bind-filter.js';
import type { BoundComparison, BoundFilter } from './bound-filter.js';
import { WorkBudget } from '../work-budget.js';
import type { CompareOperator, Filter } from './filter.js';

/** Evaluates a filter in memory: the reference for the SQL. @throws ScimError 400 invalidFilter */
export function matches(filter: Filter, resource: JsonObject, schema: ResourceSchema): boolean {
  return holds(bindFilter(filter, schema), resource, 0, new WorkBudget());
}

/** A test for the values of a multi-valued attribute, as in `emails[…]` of a PATCH. @throws ScimError 400 invalidFilter */
export function compileValueMatcher(
  filter: Filter,
  attribute: Attribute,
  budget = new WorkBudget(),
): (value: Json) => boolean {
  const bound = bindValueFilter(filter, attribute);
  return (value) => holds(bound, value, attribute.chain.length, budget);
}

/** `depth`: how many links of an attribute's chain lead to `node`. */
function holds(filter: BoundFilter, node: Json | undefined, depth: number, budget: WorkBudget): boolean {
  budget.spend(1);
  switch (filter.kind) {
    case 'and':
      return filter.operands.every((operand) => holds(operand, node, depth, budget));
    case 'or':
      return filter.operands.some((operand) => holds(operand, node, depth, budget));
    case 'not':
      return !holds(filter.operand, node, depth, budget);
    case 'present':
      return isPresent(valueAt(node, filter.attribute, depth));
    case 'compare':
      return compares(filter, valueAt(node, filter.attribute, depth), budget);
    case 'any': {
      const values = valueAt(node, filter.attribute, depth);
      const below = filter.attribute.chain.length;
      return Array.isArray(values) && values.some((value) => holds(filter.filter, value, below, budget));
    }
  }
}

function valueAt(node: Json | undefined, attribute: Attribute, depth: number): Json | undefined {
  let value = node;
  for (let link = depth; link < attribute.chain.length; link++) {
    if (!isJsonObject(value)) return undefined;
    value = value[attribute.chain[link]!.name];
  }
  return value;
}

function isPresent(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isJsonObject(value) || Object.keys(value).length > 0;
}

function compares(
  { attribute, operator, value: operand }: BoundComparison,
  stored: Json | undefined,
  budget: WorkBudget,
): boolean {
  const actual = comparable(attribute, stored);
  if (actual === undefined || typeof actual !== typeof operand) return operator === 'ne';
  if (typeof actual === 'string') budget.spendOnTexts(actual, operand as string);
  if (typeof actual === 'string') return comparesText(attribute, operator, actual, operand as string);
  const expected = operand;
  switch (operator) {
    case 'eq':
      return actual === expected;
    case 'ne':
      return actual !== expected;
    case 'gt':
      return actual > expected;
    case 'ge':
      return actual >= expected;
    case 'lt':
      return actual < expected;
    case 'le':
      return actual <= expected;
    default:
      return false;
  }
}

function comparesText(attribute: Attribute, operator: CompareOperator, stored: string, operand: string): boolean {
  const fold = attribute.caseExact ? (text: string) => text : foldText;
  switch (operator) {
    case 'co':
      return fold(stored).includes(fold(operand));
    case 'sw':
      return fold(stored).startsWith(fold(operand));
    case 'ew':
      return fold(stored).endsWith(fold(operand));
  }
  const key = isUniqueName(attribute) ? nameKey : fold;
  const order = compareCodePoints(key(stored), key(operand));
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
  }
}

/** A value of another type than the attribute's, kept since before its schema was declared, counts as absent. */
function comparable(attribute: Attribute, stored: Json | undefined): string | number | boolean | undefined {
  if (attribute.type === 'dateTime') return typeof stored === 'string' ? parseDateTime(stored) : undefined;
  return typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean' ? stored : undefined;
}
