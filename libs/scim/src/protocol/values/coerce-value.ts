import { isStorable } from '@rollcall/platform';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { childOf } from '../schemas/resource-schema.js';
import { parseDateTime } from './date-time.js';
import { keepOnePrimary } from './primary.js';
import { mergeDuplicates } from './value-identity.js';

/** Maximum number of values of one attribute; parseMemberIds reads group members, which may be thousands. */
export const MAX_VALUES = 500;
/** RFC 3986, with letters of other scripts, which clients do not escape. */
const URI_REFERENCE = /^[^\s\0-\x20\x7f"<>\\^`{|}]*$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * A client's value of an attribute in canonical form: names spelled as in the schema, unknown and readOnly sub-attributes removed, booleans
 * sent as text ("True") converted. undefined means unassigned: by null, [] or an object without values (RFC 7643 §2.5).
 * @throws ScimError 400 invalidValue
 */
export function coerceAttribute(attribute: Attribute, value: Json | undefined): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (!attribute.multiValued) return coerceSingle(attribute, value);
  if (!Array.isArray(value)) value = [value];
  if (value.length > MAX_VALUES)
    throw ScimError.invalidValue(`"${attribute.path}" has more than ${MAX_VALUES} values.`);
  const values: Json[] = [];
  for (const element of value) {
    const coerced = element === null ? undefined : coerceSingle(attribute, element);
    if (coerced !== undefined) values.push(coerced);
  }
  return values.length > 0 ? keepOnePrimary(mergeDuplicates(attribute, values)) : undefined;
}

/** One value of an attribute, multi-valued or not. */
export function coerceSingle(attribute: Attribute, value: Json): Json | undefined {
  switch (attribute.type) {
    case 'string':
      return typeof value === 'string' ? checkText(attribute, value) : refuse(attribute, 'a string', value);
    case 'reference':
      if (typeof value !== 'string') return refuse(attribute, 'a string', value);
      if (!URI_REFERENCE.test(value)) throw ScimError.invalidValue(`"${attribute.path}" must be a URI.`);
      return checkText(attribute, value);
    case 'binary':
      if (typeof value !== 'string') return refuse(attribute, 'a string', value);
      if (!BASE64.test(value)) throw ScimError.invalidValue(`"${attribute.path}" must be base64 (RFC 4648 §4).`);
      return checkText(attribute, value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
      return refuse(attribute, 'true or false', value);
    case 'integer':
      return Number.isSafeInteger(value) ? value : refuse(attribute, 'a whole number', value);
    case 'decimal':
      return Number.isFinite(value) ? value : refuse(attribute, 'a number', value);
    case 'dateTime':
      if (typeof value === 'string' && parseDateTime(value) !== undefined)
        return /(Z|[+-]\d\d:\d\d)$/i.test(value) ? value : `${value}Z`;
      return refuse(attribute, 'a dateTime such as "2026-01-31T08:00:00Z"', value);
    case 'complex': {
      const object = coerceObject(attribute, toObject(attribute, value));
      return isUnassigned(attribute, object) ? undefined : object;
    }
  }
}

/** Whether a complex value has no members. In a single-valued attribute, an empty `value` also counts: clients remove a manager with it. */
export function isUnassigned(attribute: Attribute, value: Json): boolean {
  if (!isJsonObject(value)) return false;
  if (Object.keys(value).length === 0) return true;
  return !attribute.multiValued && value.value === '' && childOf(attribute, 'value') !== undefined;
}

/** Some clients send the bare value of a complex attribute (Entra: the manager's id). */
export function toObject(attribute: Attribute, value: Json): JsonObject {
  if (isJsonObject(value)) return value;
  if (typeof value === 'string' && childOf(attribute, 'value')) return { value };
  return refuse(attribute, 'an object', value);
}

function coerceObject(attribute: Attribute, value: JsonObject): JsonObject {
  const object: JsonObject = {};
  for (const name in value) {
    const child = childOf(attribute, name);
    if (!child || child.mutability === 'readOnly' || child.mutability === 'writeOnly') continue;
    const coerced = coerceAttribute(child, value[name]);
    if (coerced !== undefined) object[child.name] = coerced;
  }
  return object;
}

function checkText(attribute: Attribute, value: string): string {
  if (value.length > attribute.maxLength)
    throw ScimError.invalidValue(`"${attribute.path}" is longer than ${attribute.maxLength} characters.`);
  if (!isStorable(value)) throw ScimError.invalidValue(`"${attribute.path}" holds a character that can't be stored.`);
  return value;
}

function refuse(attribute: Attribute, expected: string, value: Json): never {
  const actual = value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
  throw ScimError.invalidValue(
    `"${attribute.path}" must be ${expected}, not ${actual === 'object' ? 'an object' : actual}.`,
  );
}
