import type { GroupDraft, GroupRecord } from './group-record.js';
import type { MemberCondition } from './membership.repository.js';

/** One step of a group's change. Steps are applied in order, all or none. */
export type GroupChange =
  | { readonly kind: 'redraft'; readonly redraft: (current: GroupRecord) => GroupDraft | Promise<GroupDraft> }
  | { readonly kind: 'addMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'removeMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'replaceMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'removeMembersWhere'; readonly condition: MemberCondition };

/** Number of ids that an audit event lists; the rest are only counted. */
const NAMED = 20;

/** Audit detail of the steps. */
export function auditDetail(changes: readonly GroupChange[]): Record<string, unknown> {
  return {
    steps: changes.map((change) =>
      'ids' in change
        ? { kind: change.kind, count: change.ids.length, ids: change.ids.slice(0, NAMED) }
        : { kind: change.kind },
    ),
  };
}
