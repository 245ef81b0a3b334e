import { foldText, nameKey } from '@rollcall/platform';
import type { BoundComparison } from '../filter/bound-filter.js';
import type { CompareOperator } from '../filter/filter.js';
import type { NameKeyColumns } from './filter-mapping.js';
import { pushTimestamp } from './timestamp-parameter.js';
import type { ValueReference } from './value-reference.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SYMBOLS = { gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/** SQL of one comparison; NULL for an absent value, except that `ne` is true then. */
export function compileComparison(comparison: BoundComparison, at: ValueReference, params: unknown[]): string {
  const { attribute, operator, value } = comparison;
  if (typeof value === 'boolean') return compareBoolean(operator, value, at);
  if (attribute.type === 'dateTime') return compareTime(operator, value as number, at, params);
  if (typeof value === 'number') return compareNumber(operator, value, at, params);
  if (at.kind === 'column' && at.type === 'uuid' && (operator === 'eq' || operator === 'ne'))
    return compareUuid(operator, attribute.caseExact ? value : value.toLowerCase(), at.sql, params);
  if (at.kind === 'column' && at.nameKey !== undefined && !isPart(operator))
    return compareName(operator, value, at.sql, at.nameKey, params);
  return compareText(operator, value, textOf(at), attribute.caseExact, params);
}

function isPart(operator: CompareOperator): boolean {
  return operator === 'co' || operator === 'sw' || operator === 'ew';
}

/**
 * A unique name by its key. Rows whose names became one when keys were introduced are still told apart by lower(…), as before:
 * each is found by its own spelling only.
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

/** The value as text; NULL when absent. */
export function textOf(at: ValueReference): string {
  if (at.kind === 'json') return at.text;
  return at.type === 'text' ? at.sql : `(${at.sql})::text`;
}

export function numberOf(at: ValueReference): string {
  return at.kind === 'json' ? `${at.text}::numeric` : at.sql;
}

export function timeOf(at: ValueReference): string {
  return at.kind === 'json' ? `${at.text}::timestamptz` : at.sql;
}

/** Literals, not parameters: two texts at most, and the planner sees the value. */
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
  return `${numberOf(at)} ${symbol} $${params.push(value)}::numeric`;
}

/** SCIM tells times to the millisecond and columns hold microseconds: a value is the whole millisecond that begins with it. */
function compareTime(operator: CompareOperator, start: number, at: ValueReference, params: unknown[]): string {
  const actual = timeOf(at);
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

/** Neither like nor regular expressions: nothing in the operand needs escaping. Order is by code point, in every database alike. */
function compareText(
  operator: CompareOperator,
  value: string,
  text: string,
  caseExact: boolean,
  params: unknown[],
): string {
  const actual = caseExact ? text : `fold_text(${text})`;
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
