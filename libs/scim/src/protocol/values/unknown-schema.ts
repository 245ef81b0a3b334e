import { isStorable } from '@rollcall/platform';
import { ScimError } from '../errors/scim-error.js';
import { isDeeperThan, isJsonObject, type Json, type JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';

const MAX_DEPTH = 8;

/**
 * Handles a member that no schema declares: an unknown extension is kept, ignored or refused, depending on the resource type (RFC 7643 §3);
 * any other member is ignored.
 * @returns the object to keep, or undefined
 * @throws ScimError 400 invalidValue
 */
export function admitUnknown(schema: ResourceSchema, name: string, value: Json | undefined): JsonObject | undefined {
  if (!/^urn:/i.test(name) || name.toLowerCase() === schema.core.id.toLowerCase()) return undefined;
  if (schema.isForeign(name)) throw ScimError.invalidValue(`The schema "${name}" is not one of a ${schema.name}.`);
  if (schema.unknownSchemas === 'ignore') return undefined;
  if (schema.unknownSchemas === 'refuse') throw ScimError.invalidValue(`The schema "${name}" is unknown.`);
  if (value === null || value === undefined) return undefined;
  if (!isJsonObject(value))
    throw ScimError.invalidValue(`"${name}" must be an object with the attributes of that schema.`);
  if (!isStorable(name) || isDeeperThan(value, MAX_DEPTH) || !isKeepable(value))
    throw ScimError.invalidValue(`"${name}" is nested too deep, or holds a character or number that can't be stored.`);
  return Object.keys(value).length > 0 ? value : undefined;
}

/** The key under which the extension is already stored; URNs are case-insensitive (RFC 8141 §3.1). */
export function keptName(resource: JsonObject, urn: string): string | undefined {
  if (Object.hasOwn(resource, urn)) return urn;
  const lower = urn.toLowerCase();
  return Object.keys(resource).find((name) => name.toLowerCase() === lower);
}

function isKeepable(value: Json | undefined): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isKeepable);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([key, member]) => isStorable(key) && isKeepable(member));
}
