import { ScimError } from '../errors/scim-error.js';
import type { PatchPath } from '../filter/filter.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import { admitUnknown, keptName } from '../values/unknown-schema.js';
import type { PatchOperation } from './patch-operation.js';

/**
 * Applies one operation to a stored extension without a schema: to the whole extension (`urn:…:User`), or to an attribute
 * (`urn:…:User:tag`, as in Entra's custom extensions). undefined for any other path.
 * @throws ScimError 400 invalidValue
 */
export function patchKeptSchema(
  resource: JsonObject,
  op: PatchOperation['op'],
  { path, filter }: PatchPath,
  value: Json | undefined,
  schema: ResourceSchema,
): JsonObject | undefined {
  if (filter || schema.unknownSchemas !== 'keep' || !/^urn:/i.test(path) || schema.resolve(path)) return undefined;
  const prefix = path.slice(0, path.lastIndexOf(':'));
  // An unknown attribute of a known schema is an error, not an attribute of another schema.
  if (schema.resolve(prefix) || prefix.toLowerCase() === schema.core.id.toLowerCase()) return undefined;
  if (op !== 'remove' && value === undefined)
    throw ScimError.invalidValue(`"value" is missing: ${op} of "${path}" needs one.`);
  if (op !== 'remove' && (schema.isForeign(path) || schema.isForeign(prefix)))
    throw ScimError.invalidPath(`The schema of "${path}" is not one of a ${schema.name}.`);
  const name = path.slice(prefix.length + 1);
  const whole =
    keptName(resource, path) !== undefined || (isJsonObject(value) && keptName(resource, prefix) === undefined);
  const written = whole ? path : prefix;
  const urn = keptName(resource, written) ?? written;
  const existing = Object.hasOwn(resource, urn) ? (resource[urn] as JsonObject) : {};
  const next = whole ? changeWhole(existing, op, value) : changeMember(existing, op, name, value);
  const kept = admitUnknown(schema, urn, next);
  if (kept) return { ...resource, [urn]: kept };
  const { [urn]: _emptied, ...rest } = resource;
  return rest;
}

function changeWhole(existing: JsonObject, op: PatchOperation['op'], value: Json | undefined): Json {
  if (isJsonObject(value) && op !== 'remove') return { ...existing, ...value };
  if (op === 'add') return (value ?? existing) as Json;
  return op === 'remove' ? null : (value ?? null);
}

function changeMember(
  existing: JsonObject,
  op: PatchOperation['op'],
  name: string,
  value: Json | undefined,
): JsonObject {
  if (op !== 'remove' && value !== undefined && value !== null) return { ...existing, [name]: value };
  if (op === 'add') return existing;
  const { [name]: _removed, ...rest } = existing;
  return rest;
}
