import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute, ResourceSchema } from '../schemas/resource-schema.js';
import { jsonEqual } from './json-equality.js';

/**
 * Immutable attributes in a PUT (RFC 7644 §3.5.1): an existing value is kept when the body has none, because absence clears readWrite
 * attributes only; a different value is refused; without an existing value the body's is used.
 * @throws ScimError 400 mutability
 */
export function keepImmutable(current: JsonObject, sent: JsonObject, schema: ResourceSchema): JsonObject {
  let kept = sent;
  for (const { chain } of schema.immutable) {
    const value = valueAt(current, chain);
    if (value !== undefined && valueAt(kept, chain) === undefined) kept = withValueAt(kept, chain, value);
  }
  refuseImmutableChange(current, kept, schema);
  return kept;
}

/** RFC 7644 §3.5.2. @throws ScimError 400 mutability when an immutable attribute loses or changes its value */
export function refuseImmutableChange(before: JsonObject, after: JsonObject, schema: ResourceSchema): void {
  for (const { chain, path } of schema.immutable) {
    const value = valueAt(before, chain);
    if (value !== undefined && !jsonEqual(value, valueAt(after, chain))) throw refusal(path);
  }
}

/** Like {@link refuseImmutableChange}, for a merge into one value of a multi-valued attribute. */
export function refuseImmutableMerge(attribute: Attribute, before: JsonObject, merged: JsonObject): void {
  for (const { name, path, mutability } of attribute.children.values()) {
    const value = before[name];
    if (mutability === 'immutable' && value !== undefined && !jsonEqual(value, merged[name])) throw refusal(path);
  }
}

function refusal(path: string): ScimError {
  return ScimError.mutability(`"${path}" can't be changed once it has a value.`);
}

function valueAt(resource: JsonObject, chain: readonly Attribute[]): Json | undefined {
  let value: Json | undefined = resource;
  for (const { name } of chain) value = isJsonObject(value) ? value[name] : undefined;
  return value;
}

function withValueAt(holder: JsonObject, [link, ...rest]: readonly Attribute[], value: Json): JsonObject {
  const { name } = link!;
  const inner = holder[name];
  return { ...holder, [name]: rest.length === 0 ? value : withValueAt(isJsonObject(inner) ? inner : {}, rest, value) };
}
