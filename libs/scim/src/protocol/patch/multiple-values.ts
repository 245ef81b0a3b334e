import { isJsonObject, type Json } from '../json.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { childOf } from '../schemas/resource-schema.js';
import { jsonEqual } from '../values/json-equality.js';
import { keepOnePrimary } from '../values/primary.js';

/**
 * RFC 7644 §3.5.2.1: values are added, those that exist are not added again. A value with the `value` and `type` of one that
 * exists is merged into it (RFC 7643 §2.4). An added primary value takes `primary` from the others.
 */
export function addValues(attribute: Attribute, existing: Json[], incoming: readonly Json[]): Json[] {
  const values = [...existing];
  for (const value of incoming) {
    const place = values.findIndex((other) => isSame(attribute, other, value));
    if (place < 0) {
      values.push(value);
      continue;
    }
    const merged = isJsonObject(value) ? { ...(values[place] as object), ...value } : values[place]!;
    if (!jsonEqual(values[place], merged)) values[place] = merged;
  }
  return keepOnePrimary(values, existing);
}

/** Values without those listed: Entra removes by a list of values instead of a filter. */
export function removeValues(attribute: Attribute, existing: Json[], listed: readonly Json[]): Json[] {
  return existing.filter((value) => !listed.some((item) => isListed(attribute, value, item)));
}

function isSame(attribute: Attribute, a: Json, b: Json): boolean {
  if (!isJsonObject(a) || !isJsonObject(b)) return sameText(attribute, a, b);
  if (a.value === undefined || b.value === undefined) return jsonEqual(a, b);
  return sameSub(attribute, 'value', a.value, b.value) && sameSub(attribute, 'type', a.type, b.type);
}

function isListed(attribute: Attribute, value: Json, item: Json): boolean {
  if (!isJsonObject(value) || !isJsonObject(item)) return sameText(attribute, value, item);
  const names = item.value === undefined ? Object.keys(item) : item.type === undefined ? ['value'] : ['value', 'type'];
  return names.every((name) => sameSub(attribute, name, value[name], item[name]));
}

function sameSub(attribute: Attribute, name: string, a: Json | undefined, b: Json | undefined): boolean {
  const child = childOf(attribute, name);
  return child ? sameText(child, a, b) : jsonEqual(a, b);
}

function sameText(attribute: Attribute, a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== 'string' || typeof b !== 'string' || attribute.caseExact) return jsonEqual(a, b);
  return a.toLowerCase() === b.toLowerCase();
}
