import { foldText, nameKey } from '@rollcall/platform';
import type { BoundComparison } from '../filter/bound-filter.js';
import type { CompareOperator } from '../filter/filter.js';
import { type Attribute, isExtension } from '../schemas/resource-schema.js';
import type { NameKeyColumns } from './filter-mapping.js';
import type { ValueReference } from './value-reference.js';

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Pushes a time (ms since 1970) as a parameter; infinity outside the four-digit years of ISO 8601. */
function pushTimestamp(time: number, params: unknown[]): string {
  const text = time < FIRST ? '-infinity' : time > LAST ? 'infinity' : new Date(time).toISOString();
  return `$${params.push(text)}::timestamptz`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/**
 * Matches the dates that parseDateTime accepts, so that the cast in PostgreSQL cannot fail: no February 30, and February 29 in leap years
 * only.
 */
const LEAP_YEAR = '(\\d\\d(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)';
const DATE_TIME =
  `^(?!0000)((\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])))` +
  `|(${LEAP_YEAR}-02-29))t([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(z|[+-](0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?$`;
const SYMBOLS = { gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/** SQL of one comparison. For an absent value, `ne` is true and every other operator NULL. */
export function compileComparison(comparison: BoundComparison, at: ValueReference, params: unknown[]): string {
  const { attribute, operator, value } = comparison;
  if (typeof value === 'boolean') return compareBoolean(operator, value, at);
  if (attribute.type === 'dateTime') return compareTime(operator, value as number, at, params);
  if (typeof value === 'number') return compareNumber(operator, value, at, params);
  if (at.kind === 'column' && at.type === 'uuid' && (operator === 'eq' || operator === 'ne'))
    return compareUuid(operator, attribute.caseExact ? value : value.toLowerCase(), at.sql, params);
  if (at.kind === 'column' && at.nameKey !== undefined && !isPart(operator))
    return compareName(operator, value, at.sql, at.nameKey, params);
  return compareText(operator, value, textOf(at, attribute), attribute.caseExact, params);
}

function isPart(operator: CompareOperator): boolean {
  return operator === 'co' || operator === 'sw' || operator === 'ew';
}

/**
 * Compares a unique name by its key. Names that were stored before the keys existed may have the same key. Those names are compared by
 * lower(…) instead, so that a search finds only the name with the same spelling in any letter case.
 */
function compareName(
  operator: CompareOperator,
  value: string,
  name: string,
  { key, shared }: NameKeyColumns,
  params: unknown[],
): string {
  const wanted = `$${params.push(nameKey(value))}::text`;
  if (operator !== 'eq' && operator !== 'ne') return `${key} collate "C" ${SYMBOLS[operator as 'gt']} ${wanted}`;
  const before = `lower($${params.push(value)}::text)`;
  const equal =
    `${key} in (${wanted}, E'\\u0001' || ${before})` +
    ` and case when ${shared} is null then ${key} = ${wanted} else lower(${name}) = ${before} end`;
  return operator === 'eq' ? equal : `(${equal}) is not true`;
}

/**
 * The value as text; NULL when absent. A value stored before the schema of its extension may have another type. It counts as absent here,
 * in the functions below, and in matches().
 */
export function textOf(at: ValueReference, attribute: Attribute): string {
  if (at.kind === 'column') return at.type === 'text' ? at.sql : `(${at.sql})::text`;
  return isExtension(attribute.chain[0]!)
    ? `case when jsonb_typeof(${at.json}) = 'string' then ${at.text} end`
    : at.text;
}

export function numberOf(at: ValueReference): string {
  return at.kind === 'json' ? `case when jsonb_typeof(${at.json}) = 'number' then ${at.text}::numeric end` : at.sql;
}

export function timeOf(at: ValueReference): string {
  if (at.kind === 'column') return at.sql;
  const zoned = `case when ${at.text} ~* '(z|[+-]\\d\\d:\\d\\d)$' then ${at.text} else ${at.text} || 'Z' end`;
  return `case when jsonb_typeof(${at.json}) = 'string' and ${at.text} ~* '${DATE_TIME}' then (${zoned})::timestamptz end`;
}

export function booleanOf(at: ValueReference): string {
  return at.kind === 'json' ? `case when jsonb_typeof(${at.json}) = 'boolean' then ${at.text}::boolean end` : at.sql;
}

/** Literals instead of parameters: at most two statement texts, and the planner knows the value. */
function compareBoolean(operator: CompareOperator, value: boolean, at: ValueReference): string {
  const [actual, expected] = at.kind === 'json' ? [at.json, `'${value}'::jsonb`] : [at.sql, String(value)];
  return operator === 'ne' ? `${actual} is distinct from ${expected}` : `${actual} = ${expected}`;
}

function compareUuid(operator: CompareOperator, value: string, sql: string, params: unknown[]): string {
  if (!UUID.test(value)) return operator === 'ne' ? 'true' : 'false';
  return `${sql} ${operator === 'ne' ? 'is distinct from' : '='} $${params.push(value)}::uuid`;
}

function compareNumber(operator: CompareOperator, value: number, at: ValueReference, params: unknown[]): string {
  const symbol = operator === 'eq' ? '=' : operator === 'ne' ? 'is distinct from' : SYMBOLS[operator as 'gt'];
  return `${parenthesized(numberOf(at))} ${symbol} $${params.push(value)}::numeric`;
}

/** SCIM times have milliseconds, columns microseconds: a value matches every instant of its millisecond. */
function compareTime(operator: CompareOperator, start: number, at: ValueReference, params: unknown[]): string {
  const actual = parenthesized(timeOf(at));
  const end = start + 1;
  const compare = (symbol: string, bound: number) => `${actual} ${symbol} ${pushTimestamp(bound, params)}`;
  switch (operator) {
    case 'gt':
      return compare('>=', end);
    case 'ge':
      return compare('>=', start);
    case 'lt':
      return compare('<', start);
    case 'le':
      return compare('<', end);
    case 'ne':
      return `(${compare('>=', start)} and ${compare('<', end)}) is not true`;
    default:
      return `${compare('>=', start)} and ${compare('<', end)}`;
  }
}

/** A case expression next to an operator needs parentheses. */
export function parenthesized(sql: string): string {
  return sql.startsWith('case ') ? `(${sql})` : sql;
}

/** Uses neither `like` nor regular expressions, so the operand needs no escaping. Ordered by code point, the same in every database. */
function compareText(
  operator: CompareOperator,
  value: string,
  text: string,
  caseExact: boolean,
  params: unknown[],
): string {
  const actual = caseExact ? parenthesized(text) : `fold_text(${text})`;
  const expected = `$${params.push(caseExact ? value : foldText(value))}::text`;
  switch (operator) {
    case 'eq':
      return `${actual} = ${expected}`;
    case 'ne':
      return `${actual} is distinct from ${expected}`;
    case 'co':
      return `strpos(${actual}, ${expected}) > 0`;
    case 'sw':
      return `starts_with(${actual}, ${expected})`;
    case 'ew':
      return `right(${actual}, length(${expected})) = ${expected}`;
    default:
      return `${actual} collate "C" ${SYMBOLS[operator]} ${expected}`;
  }
}
