import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { childOf, isExtension } from '../schemas/resource-schema.js';
import { coerceAttribute, coerceSingle, isUnassigned, toObject } from '../values/coerce-value.js';
import { jsonEqual } from '../values/json-equality.js';
import { addValues } from './multiple-values.js';

type Write = 'add' | 'replace';

/**
 * The value of an attribute after an add or replace (RFC 7644 §3.5.2.1, §3.5.2.3); undefined means unassigned. If the value is equal, the
 * same object is returned. In complex attributes and extensions, sub-attributes that are not named do not change.
 * @throws ScimError 400 invalidValue, mutability
 */
export function combine(op: Write, attribute: Attribute, existing: Json | undefined, value: Json): Json | undefined {
  const next = isNothing(attribute, value)
    ? op === 'add'
      ? existing
      : undefined
    : combineValue(op, attribute, existing, value);
  if (jsonEqual(existing, next)) return existing;
  guard(attribute, existing, next);
  return next;
}

/** Merges the sub-attributes of `value` into `existing`; ignores unknown and readOnly ones. */
export function mergeObject(op: Write, attribute: Attribute, existing: JsonObject, value: JsonObject): JsonObject {
  let merged = existing;
  for (const name in value) {
    const child = childOf(attribute, name);
    if (!child || child.mutability === 'readOnly' || child.mutability === 'writeOnly') continue;
    merged = withMember(merged, child, combine(op, child, merged[child.name], value[name] ?? null));
  }
  return merged;
}

/** `holder` with one attribute set or removed; the same object when nothing changes. */
export function withMember(holder: JsonObject, attribute: Attribute, value: Json | undefined): JsonObject {
  if (holder[attribute.name] === value) return holder;
  if (value !== undefined) return { ...holder, [attribute.name]: value };
  const { [attribute.name]: _removed, ...rest } = holder;
  return rest;
}

/** @throws ScimError 400 mutability, or invalidValue when a required text would become empty */
export function guard(attribute: Attribute, existing: Json | undefined, next: Json | undefined): void {
  if (attribute.mutability === 'immutable' && existing !== undefined)
    throw ScimError.mutability(`"${attribute.path}" can't be changed once it has a value.`);
  // `active` cannot be unassigned: it is stored as true or false.
  if (attribute.path === 'active' && next === undefined)
    throw ScimError.invalidValue('"active" can\'t be removed: set it to true or false.');
  if (!attribute.required) return;
  if (next === undefined) throw ScimError.mutability(`"${attribute.path}" is required and can't be removed.`);
  if (typeof next === 'string' && next.trim() === '')
    throw ScimError.invalidValue(`"${attribute.path}" is required and must not be empty.`);
}

function combineValue(op: Write, attribute: Attribute, existing: Json | undefined, sent: Json): Json | undefined {
  const value = attribute.multiValued ? sent : unwrap(attribute, sent);
  if (attribute.multiValued) {
    const incoming = (coerceAttribute(attribute, value) ?? []) as Json[];
    const before = Array.isArray(existing) ? existing : [];
    const after = op === 'add' ? addValues(attribute, before, incoming) : incoming;
    return after.length > 0 ? after : undefined;
  }
  if (attribute.type !== 'complex') return coerceSingle(attribute, value);
  const merged = mergeObject(op, attribute, isJsonObject(existing) ? existing : {}, toObject(attribute, value));
  if (isUnassigned(attribute, merged)) return undefined;
  if (isExtension(attribute)) requireAll(attribute, merged);
  return merged;
}

/** A new extension must have its required attributes. */
function requireAll(extension: Attribute, value: JsonObject): void {
  for (const child of extension.children.values())
    if (child.required && value[child.name] === undefined) throw ScimError.invalidValue(`"${child.path}" is required.`);
}

/** Entra wraps single values: `[{ "$ref": null, "value": "x" }]`. */
function unwrap(attribute: Attribute, sent: Json): Json {
  const value = Array.isArray(sent) && sent.length === 1 ? (sent[0] ?? null) : sent;
  return attribute.type !== 'complex' && isJsonObject(value) && value.value !== undefined ? value.value : value;
}

/** RFC 7643 §2.5: null means unassigned, and so does [] for a multi-valued attribute. */
function isNothing(attribute: Attribute, value: Json): boolean {
  return value === null || (attribute.multiValued && Array.isArray(value) && value.length === 0);
}
