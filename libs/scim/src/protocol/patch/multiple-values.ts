import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { MAX_VALUES } from '../values/coerce-value.js';
import { refuseImmutableMerge } from '../values/immutable.js';
import { jsonEqual } from '../values/json-equality.js';
import { keepOnePrimary } from '../values/primary.js';
import { ValueIdentity } from '../values/value-identity.js';

/**
 * RFC 7644 §3.5.2.1: adds values that do not exist yet. A value with the same `value` and `type` as an existing one is merged into it (RFC
 * 7643 §2.4). An added primary value makes the others not primary.
 * @throws ScimError 400 invalidValue when there would be too many; mutability
 */
export function addValues(attribute: Attribute, existing: Json[], incoming: readonly Json[]): Json[] {
  const identity = new ValueIdentity(attribute);
  const values = [...existing];
  const places = new Map<string, number>();
  for (const [place, value] of existing.entries()) {
    const key = identity.of(value);
    if (!places.has(key)) places.set(key, place);
  }
  for (const value of incoming) {
    const key = identity.of(value);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, values.length);
      values.push(value);
    } else if (isJsonObject(value)) {
      const merged = { ...(values[place] as JsonObject), ...value };
      if (jsonEqual(values[place], merged)) continue;
      refuseImmutableMerge(attribute, values[place] as JsonObject, merged);
      values[place] = merged;
    }
  }
  if (values.length > MAX_VALUES)
    throw ScimError.invalidValue(`"${attribute.path}" would have more than ${MAX_VALUES} values.`);
  return keepOnePrimary(values, existing);
}

/** The values without the listed ones; a listed value without a type matches any type. Entra sends such a list instead of a filter. */
export function removeValues(attribute: Attribute, existing: Json[], listed: readonly Json[]): Json[] {
  const identity = new ValueIdentity(attribute);
  const keys = new Set(listed.map((item) => identity.of(item)));
  return existing.filter((value) => {
    const ofAnyType =
      isJsonObject(value) && value.value !== undefined ? identity.of({ value: value.value }) : undefined;
    return !keys.has(identity.of(value)) && (ofAnyType === undefined || !keys.has(ofAnyType));
  });
}
