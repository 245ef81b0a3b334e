import { Injectable } from '@nestjs/common';
import { assertNever, isId, type Tx } from '@rollcall/platform';
import { isDeepStrictEqual } from 'node:util';
import type { IntegrationKey } from '../registration/registration-ledger.js';
import type { GroupChange } from './group-change.js';
import type { GroupDraft, GroupRecord } from './group-record.js';
import { refuseUnknown, refusingGoneMembers, refusingTakenName, requireIds } from './group-refusals.js';
import { requireUsableGroupName } from '../names/usable-name.js';
import { GroupRepository } from './group.repository.js';
import { MembershipRepository } from './membership.repository.js';

/** Applies the steps of a change, in order, under the group's lock. */
@Injectable()
export class GroupChanger {
  constructor(
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  /** @returns the group after the change; same version when nothing changed */
  async perform(
    tx: Tx,
    key: IntegrationKey,
    group: GroupRecord,
    changes: readonly GroupChange[],
  ): Promise<GroupRecord> {
    let current = group;
    let membersChanged = 0;
    for (const change of changes) {
      if (change.kind === 'redraft') current = await this.redraft(tx, key, current, await change.redraft(current));
      else membersChanged += await this.changeMembers(tx, key, group.id, change);
    }
    if (membersChanged > 0 && current.version === group.version) current = await this.groups.bump(tx, key, group.id);
    return current;
  }

  private async redraft(tx: Tx, key: IntegrationKey, current: GroupRecord, draft: GroupDraft): Promise<GroupRecord> {
    const same =
      draft.displayName === current.displayName &&
      draft.externalId === current.externalId &&
      isDeepStrictEqual(draft.profile, JSON.parse(current.profile));
    if (draft.displayName !== current.displayName) requireUsableGroupName(draft.displayName);
    return same ? current : refusingTakenName(draft, () => this.groups.update(tx, key, current.id, draft));
  }

  private async changeMembers(
    tx: Tx,
    key: IntegrationKey,
    groupId: string,
    change: Exclude<GroupChange, { kind: 'redraft' }>,
  ): Promise<number> {
    switch (change.kind) {
      case 'addMembers':
        return this.add(tx, key, groupId, requireIds(change.ids));
      case 'removeMembers':
        return this.memberships.remove(tx, key, groupId, change.ids.filter(isId));
      case 'replaceMembers': {
        const ids = requireIds(change.ids);
        const removed = await this.memberships.removeOthers(tx, key, groupId, ids);
        return removed + (await this.add(tx, key, groupId, ids));
      }
      case 'removeMembersWhere':
        return this.memberships.removeWhere(tx, change.condition);
      default:
        return assertNever(change);
    }
  }

  private async add(tx: Tx, key: IntegrationKey, groupId: string, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const unknown = await this.memberships.unknownOf(tx, key, ids);
    if (unknown.length > 0) refuseUnknown(unknown);
    return refusingGoneMembers(() => this.memberships.add(tx, key, groupId, ids));
  }
}
