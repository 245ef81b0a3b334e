import { ScimError } from '../errors/scim-error.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { parseDateTime } from '../values/date-time.js';
import type { Comparison, CompareOperator } from './filter.js';
import { tellPosition } from './filter-position.js';

const EQUALITY: readonly CompareOperator[] = ['eq', 'ne'];
const ORDER: readonly CompareOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const TEXT: readonly CompareOperator[] = ['eq', 'ne', 'co', 'sw', 'ew'];

/**
 * The operand in the attribute's type (RFC 7644 §3.4.2.2, table 3); the value is not null here.
 * @throws ScimError 400 invalidFilter
 */
export function bindOperand(comparison: Comparison, attribute: Attribute): string | number | boolean {
  const { operator, value } = comparison;
  switch (attribute.type) {
    case 'boolean':
      allow(EQUALITY, comparison, attribute);
      if (typeof value === 'boolean') return value;
      // Entra quotes its booleans.
      if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
      return refuse(comparison, attribute, 'true or false');
    case 'integer':
    case 'decimal':
      allow(ORDER, comparison, attribute);
      return typeof value === 'number' ? value : refuse(comparison, attribute, 'a number');
    case 'dateTime': {
      allow(ORDER, comparison, attribute);
      const time = typeof value === 'string' ? parseDateTime(value) : undefined;
      return time ?? refuse(comparison, attribute, 'a dateTime such as "2026-01-31T08:00:00Z"');
    }
    case 'binary':
      allow(TEXT, comparison, attribute);
      return typeof value === 'string' ? value : refuse(comparison, attribute, 'a string');
    case 'string':
    case 'reference':
      return typeof value === 'string' ? value : refuse(comparison, attribute, 'a string');
    case 'complex': {
      const subAttributes = [...attribute.children.values()].map(({ name }) => name).join(', ');
      throw ScimError.invalidFilter(
        `Invalid filter${tellPosition(comparison)}: "${attribute.path}" is complex and can't be compared by ${operator}; name one of ${subAttributes}.`,
      );
    }
  }
}

function allow(operators: readonly CompareOperator[], comparison: Comparison, attribute: Attribute): void {
  if (operators.includes(comparison.operator)) return;
  throw ScimError.invalidFilter(
    `Invalid filter${tellPosition(comparison)}: "${attribute.path}" is of type ${attribute.type} and can't be compared by ${comparison.operator}, only by ${operators.join(', ')}.`,
  );
}

function refuse(comparison: Comparison, attribute: Attribute, expected: string): never {
  throw ScimError.invalidFilter(
    `Invalid filter${tellPosition(comparison)}: "${attribute.path}" is compared with ${expected}, not with ${JSON.stringify(comparison.value)}.`,
  );
}
