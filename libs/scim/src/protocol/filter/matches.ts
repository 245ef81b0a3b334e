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
  return new MatcherCompiler(new WorkBudget()).compile(bindFilter(filter, schema))(resource, 0);
}

/** A test for the values of a multi-valued attribute, as in `emails[…]` of a PATCH. @throws ScimError 400 invalidFilter */
export function compileValueMatcher(
  filter: Filter,
  attribute: Attribute,
  budget = new WorkBudget(),
): (value: Json) => boolean {
  const matcher = new MatcherCompiler(budget).compile(bindValueFilter(filter, attribute));
  return (value) => matcher(value, attribute.chain.length);
}

/** `depth`: number of links of the attribute's chain that lead to `node`. */
type Matcher = (node: Json | undefined, depth: number) => boolean;
type Prepare = (text: string) => string;

/** Compiles a filter, so that each operand is folded once, and each stored text once for all conditions on it. */
class MatcherCompiler {
  private readonly fold = remembering(foldText);
  private readonly key = remembering(nameKey);

  constructor(private readonly budget: WorkBudget) {}

  compile(filter: BoundFilter): Matcher {
    const matcher = this.uncounted(filter);
    return (node, depth) => {
      this.budget.spend(1);
      return matcher(node, depth);
    };
  }

  private uncounted(filter: BoundFilter): Matcher {
    switch (filter.kind) {
      case 'and': {
        const operands = filter.operands.map((operand) => this.compile(operand));
        return (node, depth) => operands.every((holds) => holds(node, depth));
      }
      case 'or': {
        const operands = filter.operands.map((operand) => this.compile(operand));
        return (node, depth) => operands.some((holds) => holds(node, depth));
      }
      case 'not': {
        const holds = this.compile(filter.operand);
        return (node, depth) => !holds(node, depth);
      }
      case 'present':
        return (node, depth) => isPresent(valueAt(node, filter.attribute, depth));
      case 'compare': {
        const holds = this.comparison(filter);
        return (node, depth) => holds(valueAt(node, filter.attribute, depth));
      }
      case 'any': {
        const holds = this.compile(filter.filter);
        const below = filter.attribute.chain.length;
        return (node, depth) => {
          const values = valueAt(node, filter.attribute, depth);
          return Array.isArray(values) && values.some((value) => holds(value, below));
        };
      }
    }
  }

  private comparison({ attribute, operator, value: operand }: BoundComparison): (stored: Json | undefined) => boolean {
    const text = typeof operand === 'string' ? this.textTest(attribute, operator, operand) : undefined;
    return (stored) => {
      const actual = comparable(attribute, stored);
      if (actual === undefined || typeof actual !== typeof operand) return operator === 'ne';
      if (text === undefined) return compares(operator, actual, operand);
      this.budget.spendOnTexts(actual as string, operand as string);
      return text(actual as string);
    };
  }

  private textTest(attribute: Attribute, operator: CompareOperator, operand: string): (stored: string) => boolean {
    const fold: Prepare = attribute.caseExact ? (text) => text : this.fold;
    const part = fold(operand);
    switch (operator) {
      case 'co':
        return (stored) => fold(stored).includes(part);
      case 'sw':
        return (stored) => fold(stored).startsWith(part);
      case 'ew':
        return (stored) => fold(stored).endsWith(part);
    }
    const key = isUniqueName(attribute) ? this.key : fold;
    const expected = key(operand);
    switch (operator) {
      case 'eq':
        return (stored) => key(stored) === expected;
      case 'ne':
        return (stored) => key(stored) !== expected;
      case 'gt':
        return (stored) => compareCodePoints(key(stored), expected) > 0;
      case 'ge':
        return (stored) => compareCodePoints(key(stored), expected) >= 0;
      case 'lt':
        return (stored) => compareCodePoints(key(stored), expected) < 0;
      case 'le':
        return (stored) => compareCodePoints(key(stored), expected) <= 0;
    }
  }
}

/** Caches the last text and its result, because all conditions of a filter test one value before the next. */
function remembering(prepare: Prepare): Prepare {
  let last: string | undefined;
  let result = '';
  return (text) => {
    if (text !== last) [last, result] = [text, prepare(text)];
    return result;
  };
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
  operator: CompareOperator,
  actual: string | number | boolean,
  expected: string | number | boolean,
): boolean {
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

/** A stored value whose type differs from the attribute's (written before the schema existed) counts as absent. */
function comparable(attribute: Attribute, stored: Json | undefined): string | number | boolean | undefined {
  if (attribute.type === 'dateTime') return typeof stored === 'string' ? parseDateTime(stored) : undefined;
  return typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean' ? stored : undefined;
}
