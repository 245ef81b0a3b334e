import type { GroupDraft, GroupRecord } from './group-record.js';
import type { MemberCondition } from './membership.repository.js';

/** One step of a change of a group. Steps are done in order, all or none. */
export type GroupChange =
  | { readonly kind: 'redraft'; readonly redraft: (current: GroupRecord) => GroupDraft | Promise<GroupDraft> }
  | { readonly kind: 'addMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'removeMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'replaceMembers'; readonly ids: readonly string[] }
  | { readonly kind: 'removeMembersWhere'; readonly condition: MemberCondition };

/** How many ids an audit event names; the rest is counted. */
const NAMED = 20;

/** What the audit trail says of the steps. */
export function auditDetail(changes: readonly GroupChange[]): Record<string, unknown> {
  return {
    steps: changes.map((change) =>
      'ids' in change
        ? { kind: change.kind, count: change.ids.length, ids: change.ids.slice(0, NAMED) }
        : { kind: change.kind },
    ),
  };
}
