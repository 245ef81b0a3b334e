import type { JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import type { PatchOperation } from './patch-operation.js';

export interface PatchResult {
  /** The same object as was given when nothing changed. */
  readonly resource: JsonObject;
  readonly changed: boolean;
}

/**
 * Applies all operations or none (RFC 7644 §3.5.2); `resource` is never changed, and is in canonical spelling.
 * @throws ScimError 400 noTarget, invalidPath, mutability, invalidValue, invalidFilter
 */
export function applyPatch(
  _resource: JsonObject,
  _operations: readonly PatchOperation[],
  _schema: ResourceSchema,
): PatchResult {
  throw new Error('not written yet');
}
