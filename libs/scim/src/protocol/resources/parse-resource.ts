import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute, ResourceSchema } from '../schemas/resource-schema.js';
import { coerceAttribute } from '../values/coerce-value.js';
import { admitUnknown, keptName } from '../values/unknown-schema.js';
import { parseMemberIds } from './member-ids.js';
import { requireSchema } from './require-schema.js';

/**
 * The attributes of a user that a client may write, in canonical spelling: without readOnly attributes, password, `schemas` and unassigned
 * values (null, []); extensions are objects under their URN. POST and PUT are read alike: an absent attribute is unassigned. Only an absent
 * `active` is left to the caller.
 */
export interface UserResource extends JsonObject {
  userName: string;
  active?: boolean;
  displayName?: string;
  externalId?: string;
}

export interface GroupResource {
  displayName: string;
  externalId?: string;
  /** Ids, each once; undefined when the body had no members. */
  members?: string[];
  /** Extensions under their URN. */
  attributes: JsonObject;
}

/** RFC 7644 §3.3, §3.5.1. @throws ScimError 400 invalidSyntax (no object, schemas missing), invalidValue */
export function parseUserResource(body: unknown, schema: ResourceSchema): UserResource {
  const user = parseResource(requireSchema(body, schema.core.id), schema, () => false);
  user.userName = requireText(user.userName, 'userName');
  return user as UserResource;
}

/** RFC 7644 §3.3, §3.5.1. @throws ScimError 400 invalidSyntax, invalidValue (nested groups too) */
export function parseGroupResource(body: unknown, schema: ResourceSchema): GroupResource {
  const object = requireSchema(body, schema.core.id);
  let members: string[] | undefined;
  const group = parseResource(object, schema, ({ path }, value) => {
    if (path !== 'members') return false;
    members = parseMemberIds(value ?? null);
    return true;
  });
  const { displayName, externalId, ...attributes } = group;
  return {
    displayName: requireText(displayName, 'displayName'),
    ...(typeof externalId === 'string' && { externalId }),
    ...(members && { members }),
    attributes,
  };
}

/** @param taken attributes that the caller reads separately */
function parseResource(
  body: JsonObject,
  schema: ResourceSchema,
  taken: (attribute: Attribute, value: Json | undefined) => boolean,
): JsonObject {
  const resource: JsonObject = {};
  for (const name in body) {
    const attribute = schema.attributes.get(name.toLowerCase());
    if (!attribute) {
      const kept = admitUnknown(schema, name, body[name]);
      if (kept && keptName(resource, name) !== undefined)
        throw ScimError.invalidValue(`The schema "${name}" is there twice, in two spellings.`);
      if (kept) resource[name] = kept;
    } else if (attribute.mutability !== 'readOnly') {
      if (taken(attribute, body[name])) continue;
      const value = coerceAttribute(attribute, body[name]);
      // Passwords are checked like other values, and dropped.
      if (value !== undefined && attribute.mutability !== 'writeOnly') resource[attribute.name] = value;
    }
  }
  requireExtensions(resource, schema);
  return resource;
}

/**
 * Checks the required attributes of extensions. The callers check userName and displayName.
 * @throws ScimError 400 invalidValue
 */
export function requireExtensions(resource: JsonObject, schema: ResourceSchema): void {
  for (const extension of schema.extensions) {
    const value = resource[extension.schema.id];
    if (value === undefined && extension.required)
      throw ScimError.invalidValue(`The schema "${extension.schema.id}" is required.`);
    if (!isJsonObject(value)) continue;
    for (const { name, required } of extension.schema.attributes)
      if (required && value[name] === undefined)
        throw ScimError.invalidValue(`"${extension.schema.id}:${name}" is required.`);
  }
}

function requireText(value: Json | undefined, name: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw ScimError.invalidValue(`"${name}" is required and must not be empty.`);
}
