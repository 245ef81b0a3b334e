import type { JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';

/**
 * Attributes a client may write, in canonical spelling; readOnly ones, password, `schemas` and unassigned ones (null, [])
 * are gone, extensions are objects under their URN.
 */
export interface UserResource extends JsonObject {
  userName: string;
  active?: boolean;
  displayName?: string;
  externalId?: string;
}

/** `members` are ids, each once; undefined when the body had none. */
export interface GroupResource {
  displayName: string;
  externalId?: string;
  members?: string[];
  /** Attributes of extensions, under their URN. */
  attributes: JsonObject;
}

/** @throws ScimError 400 invalidSyntax (not an object, schemas missing), invalidValue */
export function parseUserResource(_body: unknown, _schema: ResourceSchema): UserResource {
  throw new Error('not written yet');
}

/** @throws ScimError 400 invalidSyntax, invalidValue (nested groups too) */
export function parseGroupResource(_body: unknown, _schema: ResourceSchema): GroupResource {
  throw new Error('not written yet');
}
