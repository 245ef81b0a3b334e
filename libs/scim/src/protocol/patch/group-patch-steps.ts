import type { Filter, ValuePath } from '../filter/filter.js';
import type { PatchOperation } from './patch-operation.js';

/** One step of a group's PATCH. Apply the steps in order, in one transaction. Ids are as the client sent them, each once per step. */
export type GroupPatchStep =
  | { readonly kind: 'set'; readonly displayName?: string; readonly externalId?: string | null }
  /** Operations on all other attributes (custom extensions): call applyPatch with the group without its members. */
  | { readonly kind: 'patch'; readonly operations: readonly PatchOperation[] }
  | { readonly kind: 'addMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'removeMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'replaceMembers'; readonly ids: readonly string[] }
  /** The value path `members[…]`: call compileFilter with a mapping for the attributes of one member. */
  | { readonly kind: 'removeMembersWhere'; readonly filter: ValuePath };

/** Collects steps, and joins one to the previous if they can run together, so that 500 single adds become one statement. */
export class GroupPatchSteps {
  readonly list: GroupPatchStep[] = [];
  /** Ids of the last step if it adds or removes members. */
  private known = new Set<string>();
  private readonly checked = new WeakSet<Filter>();

  /** Whether the filter is new; operations with the same path share one filter object. */
  isNew(filter: Filter): boolean {
    const isNew = !this.checked.has(filter);
    this.checked.add(filter);
    return isNew;
  }

  set(attributes: { displayName?: string; externalId?: string | null }): void {
    const last = this.list.at(-1);
    if (last?.kind === 'set') this.list[this.list.length - 1] = { ...last, ...attributes };
    else this.list.push({ kind: 'set', ...attributes });
  }

  patch(operation: PatchOperation): void {
    const last = this.list.at(-1);
    if (last?.kind === 'patch') (last.operations as PatchOperation[]).push(operation);
    else this.list.push({ kind: 'patch', operations: [operation] });
  }

  addMembers(ids: readonly string[]): void {
    this.collect('addMembers', ids);
  }

  removeMembers(ids: readonly string[]): void {
    this.collect('removeMembers', ids);
  }

  replaceMembers(ids: readonly string[]): void {
    this.list.push({ kind: 'replaceMembers', ids });
  }

  removeMembersWhere(filter: ValuePath): void {
    this.list.push({ kind: 'removeMembersWhere', filter });
  }

  private collect(kind: 'addMembers' | 'removeMembers', ids: readonly string[]): void {
    if (ids.length === 0) return;
    const last = this.list.at(-1);
    const open = last?.kind === kind ? (last.ids as string[]) : [];
    if (last?.kind !== kind) {
      this.known = new Set();
      this.list.push({ kind, ids: open });
    }
    for (const id of ids) {
      if (this.known.has(id)) continue;
      this.known.add(id);
      open.push(id);
    }
  }
}
