import type { Filter } from '../filter/filter.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import type { PatchOperation } from './patch-operation.js';

/** To be done in order, in one transaction. Ids are as the client sent them, each once per step. */
export type GroupPatchStep =
  | { readonly kind: 'set'; readonly displayName?: string; readonly externalId?: string | null }
  /** Attributes other than these and members (custom extensions): applyPatch to the group without its members. */
  | { readonly kind: 'patch'; readonly operations: readonly PatchOperation[] }
  | { readonly kind: 'addMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'removeMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'replaceMembers'; readonly ids: readonly string[] }
  /** `filter` is on members as seen from the group: a valuePath `members[…]`, for compileFilter with a mapping of members. */
  | { readonly kind: 'removeMembersWhere'; readonly filter: Filter };

/**
 * What a PATCH of a group asks for, without its members in memory: O(operations), whatever the group's size.
 * @throws ScimError 400 noTarget, invalidPath, mutability, invalidValue (nested groups)
 */
export function planGroupPatch(_operations: readonly PatchOperation[], _schema: ResourceSchema): GroupPatchStep[] {
  throw new Error('not written yet');
}
