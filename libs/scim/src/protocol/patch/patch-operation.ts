import type { Json } from '../json.js';
import type { PatchPath } from '../filter/filter.js';

export const PATCH_OP_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path?: PatchPath;
  readonly value?: Json;
}

/**
 * Reads a PatchOp message (RFC 7644 §3.5.2).
 * @throws ScimError 400 invalidSyntax (shape, op), invalidPath (path)
 */
export function parsePatchOp(_body: unknown): PatchOperation[] {
  throw new Error('not written yet');
}
