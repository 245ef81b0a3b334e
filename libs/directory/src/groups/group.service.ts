import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Database, isId } from '@rollcall/platform';
import type { Change } from '../change/change-audit.js';
import type { RowPage, RowQuery } from '../change/row-query.js';
import type { IntegrationKey } from '../registration/registration-ledger.js';
import { auditDetail, type GroupChange } from './group-change.js';
import { GroupChanger } from './group-changer.js';
import type { GroupDraft, GroupRecord, MemberRecord } from './group-record.js';
import { refuseUnknown, refusingGoneMembers, refusingTakenName, requireIds, unknownGroup } from './group-refusals.js';
import { GroupTurns } from './group-turns.js';
import { GroupRepository } from './group.repository.js';
import { requireUsableGroupName } from '../names/usable-name.js';
import { MANY_MEMBERS, MembershipRepository } from './membership.repository.js';

/** Groups of an integration and who is in them. Changes of one group are serialized and commit with their audit event. */
@Injectable()
export class GroupService {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
    private readonly changer: GroupChanger,
    private readonly audit: AuditTrail,
    private readonly turns: GroupTurns,
  ) {}

  /** @throws DomainError CONFLICT (displayName is taken), BAD_USER_INPUT (unknown members, by id) */
  async create(
    caller: Caller,
    integrationId: string,
    draft: GroupDraft,
    memberIds: readonly string[],
  ): Promise<GroupRecord> {
    requireUsableGroupName(draft.displayName);
    const ids = requireIds(memberIds);
    const change: Change = { caller, integrationId, action: 'group.created', detail: { members: ids.length } };
    const created = await refusingTakenName(draft, () => this.groups.insert(change, draft, ids));
    return created ?? this.refuseStrangers({ tenantId: caller.tenantId, integrationId }, ids);
  }

  /** @throws DomainError NOT_FOUND */
  async get({ tenantId }: Caller, integrationId: string, id: string): Promise<GroupRecord> {
    const found = isId(id) ? await this.groups.find({ tenantId, integrationId }, id) : undefined;
    return found ?? unknownGroup(id);
  }

  /** A page selected and ordered by a protocol's query. */
  page(query: RowQuery): Promise<RowPage<GroupRecord>> {
    return this.groups.page(query);
  }

  /**
   * Applies the steps, all or none. Writes nothing if nothing changes.
   * @param expect called with the group under its lock; what it throws stops the change
   * @returns the new version; `large` if the group certainly has more than MANY_MEMBERS
   * @throws DomainError NOT_FOUND; CONFLICT (displayName is taken); BAD_USER_INPUT (unknown members, by id)
   */
  async change(
    caller: Caller,
    integrationId: string,
    id: string,
    changes: readonly GroupChange[],
    expect?: (current: GroupRecord) => void,
  ): Promise<{ version: string; large: boolean }> {
    if (!isId(id)) return unknownGroup(id);
    return this.turns.run(caller.tenantId, id, () => this.changeInTurn(caller, integrationId, id, changes, expect));
  }

  private changeInTurn(
    caller: Caller,
    integrationId: string,
    id: string,
    changes: readonly GroupChange[],
    expect: ((current: GroupRecord) => void) | undefined,
  ): Promise<{ version: string; large: boolean }> {
    const [only] = changes;
    if (changes.length === 1 && expect === undefined) {
      if (only!.kind === 'addMembers') return this.addAlone(caller, integrationId, id, only!);
      if (only!.kind === 'removeMembers') return this.removeAlone(caller, integrationId, id, only!);
    }
    return this.database.transaction(async (tx) => {
      const key = { tenantId: caller.tenantId, integrationId };
      const current = (await this.groups.lock(tx, key, id)) ?? unknownGroup(id);
      expect?.(current);
      const { version } = await this.changer.perform(tx, key, current, changes);
      if (version === current.version) return { version, large: false };
      const subject = { type: 'group', id };
      await this.audit.record(tx, caller, {
        action: 'group.updated',
        integrationId,
        subject,
        detail: auditDetail(changes),
      });
      return { version, large: false };
    });
  }

  /**
   * @param version delete at this version only
   * @returns false when the group exists with another version
   * @throws DomainError NOT_FOUND
   */
  async delete(caller: Caller, integrationId: string, id: string, version?: string): Promise<boolean> {
    if (!isId(id)) return unknownGroup(id);
    const change: Change = { caller, integrationId, action: 'group.deleted' };
    if (await this.turns.run(caller.tenantId, id, () => this.groups.delete(change, id, version))) return true;
    if (version !== undefined) await this.get(caller, integrationId, id);
    else unknownGroup(id);
    return false;
  }

  /** Members in the order of ids, beginning after `after`. */
  members(caller: Caller, groupId: string, after: string | null, limit: number): Promise<MemberRecord[]> {
    return this.memberships.members(caller, groupId, after, limit);
  }

  /** Members of several groups, sorted by group and id; at most `limit` rows in all. */
  membersOfAll(
    caller: Caller,
    groupIds: readonly string[],
    limit: number,
  ): Promise<(MemberRecord & { groupId: string })[]> {
    return this.memberships.membersOfAll(caller, groupIds, limit);
  }

  private async addAlone(
    caller: Caller,
    integrationId: string,
    id: string,
    step: { ids: readonly string[] },
  ): Promise<{ version: string; large: boolean }> {
    const ids = requireIds(step.ids);
    const change: Change = {
      caller,
      integrationId,
      action: 'group.updated',
      detail: auditDetail([{ kind: 'addMembers', ids }]),
    };
    const outcome = await refusingGoneMembers(() => this.memberships.addAlone(change, id, ids));
    const { version, unknown, members, changed } = outcome;
    if (version === null) return unknownGroup(id);
    if (unknown.length > 0) return refuseUnknown(unknown);
    return { version, large: members + changed > MANY_MEMBERS };
  }

  private async removeAlone(
    caller: Caller,
    integrationId: string,
    id: string,
    step: { ids: readonly string[] },
  ): Promise<{ version: string; large: boolean }> {
    const ids = step.ids.filter(isId);
    const change: Change = {
      caller,
      integrationId,
      action: 'group.updated',
      detail: auditDetail([{ kind: 'removeMembers', ids }]),
    };
    const { version, members } = await this.memberships.removeAlone(change, id, ids);
    return version === null ? unknownGroup(id) : { version, large: members > MANY_MEMBERS };
  }

  private async refuseStrangers(key: IntegrationKey, ids: readonly string[]): Promise<never> {
    return refuseUnknown(await this.memberships.unknownOf(this.database, key, ids));
  }
}
