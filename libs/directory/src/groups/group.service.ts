import { Injectable } from '@nestjs/common';
import {
  assertNever,
  AuditTrail,
  type Caller,
  Database,
  DomainError,
  isId,
  sqlState,
  type Tx,
  uniqueViolation,
} from '@rollcall/platform';
import { isDeepStrictEqual } from 'node:util';
import type { RowPage, RowQuery } from '../change/row-query.js';
import type { IntegrationKey } from '../registration/registration-ledger.js';
import { auditDetail, type GroupChange } from './group-change.js';
import { type GroupDraft, type GroupRecord, type MemberRecord } from './group-record.js';
import { GroupRepository } from './group.repository.js';
import { MembershipRepository } from './membership.repository.js';

const FOREIGN_KEY_VIOLATION = '23503';

/** Groups of an integration and who is in them. Changes of one group take turns and commit with their audit event. */
@Injectable()
export class GroupService {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError CONFLICT (displayName is taken), BAD_USER_INPUT (unknown members, by id) */
  async create(
    caller: Caller,
    integrationId: string,
    draft: GroupDraft,
    memberIds: readonly string[],
  ): Promise<GroupRecord> {
    const ids = requireIds(memberIds);
    const change = { caller, integrationId, action: 'group.created', detail: { members: ids.length } };
    const created = await refusingTakenName(draft, () => this.groups.insert(change, draft, ids));
    return created ?? this.refuseUnknown({ tenantId: caller.tenantId, integrationId }, ids);
  }

  /** @throws DomainError NOT_FOUND */
  async get({ tenantId }: Caller, integrationId: string, id: string): Promise<GroupRecord> {
    const found = isId(id) ? await this.groups.find({ tenantId, integrationId }, id) : undefined;
    return found ?? unknownGroup(id);
  }

  /** A page in the order and under the condition of a protocol's query. */
  page(query: RowQuery): Promise<RowPage<GroupRecord>> {
    return this.groups.page(query);
  }

  /**
   * Does the steps, all or none. Without a difference nothing is written.
   * @param expect called with the group under its lock; what it throws stops the change
   * @throws DomainError NOT_FOUND; CONFLICT (displayName is taken); BAD_USER_INPUT (unknown members, by id)
   */
  async change(
    caller: Caller,
    integrationId: string,
    id: string,
    changes: readonly GroupChange[],
    expect?: (current: GroupRecord) => void,
  ): Promise<void> {
    if (!isId(id)) return unknownGroup(id);
    const [only] = changes;
    if (changes.length === 1 && expect === undefined) {
      if (only!.kind === 'addMembers') return this.addAlone(caller, integrationId, id, only!);
      if (only!.kind === 'removeMembers') return this.removeAlone(caller, integrationId, id, only!);
    }
    await this.database.transaction(async (tx) => {
      const key = { tenantId: caller.tenantId, integrationId };
      const current = (await this.groups.lock(tx, key, id)) ?? unknownGroup(id);
      expect?.(current);
      if (!(await this.perform(tx, key, current, changes))) return;
      const subject = { type: 'group', id };
      await this.audit.record(tx, caller, {
        action: 'group.updated',
        integrationId,
        subject,
        detail: auditDetail(changes),
      });
    });
  }

  /** @throws DomainError NOT_FOUND */
  async delete(caller: Caller, integrationId: string, id: string): Promise<void> {
    const change = { caller, integrationId, action: 'group.deleted' };
    if (!isId(id) || !(await this.groups.delete(change, id))) unknownGroup(id);
  }

  /** Members by id, after `after`. */
  members(caller: Caller, groupId: string, after: string | null, limit: number): Promise<MemberRecord[]> {
    return this.memberships.members(caller, groupId, after, limit);
  }

  /** Members of several groups, by group and id; cut at `limit` rows. */
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
  ): Promise<void> {
    const ids = requireIds(step.ids);
    const change = {
      caller,
      integrationId,
      action: 'group.updated',
      detail: auditDetail([{ kind: 'addMembers', ids }]),
    };
    const { groupFound, unknown } = await refusingGoneMembers(() => this.memberships.addAlone(change, id, ids));
    if (!groupFound) unknownGroup(id);
    if (unknown.length > 0) refuse(unknown);
  }

  private async removeAlone(
    caller: Caller,
    integrationId: string,
    id: string,
    step: { ids: readonly string[] },
  ): Promise<void> {
    const ids = step.ids.filter(isId);
    const change = {
      caller,
      integrationId,
      action: 'group.updated',
      detail: auditDetail([{ kind: 'removeMembers', ids }]),
    };
    const { groupFound } = await this.memberships.removeAlone(change, id, ids);
    if (!groupFound) unknownGroup(id);
  }

  /** @returns whether anything changed */
  private async perform(
    tx: Tx,
    key: IntegrationKey,
    group: GroupRecord,
    changes: readonly GroupChange[],
  ): Promise<boolean> {
    let current = group;
    let membersChanged = 0;
    for (const change of changes) {
      if (change.kind === 'redraft') current = await this.redraft(tx, key, current, change.redraft(current));
      else membersChanged += await this.changeMembers(tx, key, group.id, change);
    }
    if (membersChanged > 0 && current.version === group.version) current = await this.groups.bump(tx, key, group.id);
    return current.version !== group.version;
  }

  private async redraft(tx: Tx, key: IntegrationKey, current: GroupRecord, draft: GroupDraft): Promise<GroupRecord> {
    const same =
      draft.displayName === current.displayName &&
      draft.externalId === current.externalId &&
      isDeepStrictEqual(draft.profile, JSON.parse(current.profile));
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
    if (unknown.length > 0) refuse(unknown);
    return refusingGoneMembers(() => this.memberships.add(tx, key, groupId, ids));
  }

  private async refuseUnknown(key: IntegrationKey, ids: readonly string[]): Promise<never> {
    return refuse(await this.memberships.unknownOf(this.database, key, ids));
  }
}

async function refusingTakenName<T>({ displayName }: GroupDraft, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) !== 'groups_display_name') throw error;
    throw DomainError.conflict(
      `Another group of this integration has the displayName "${displayName}".`,
      'displayName',
    );
  }
}

/** Somebody may be deleted between our look and our insert. */
async function refusingGoneMembers<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error;
    throw DomainError.badInput(
      'One of the members was deleted meanwhile. Send the change again without it.',
      'members',
    );
  }
}

/** Each id once; anything that isn't an id names nobody. */
function requireIds(ids: readonly string[]): string[] {
  const wrong = ids.filter((id) => !isId(id));
  if (wrong.length > 0) refuse(wrong);
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

const NAMED = 10;

function refuse(unknown: readonly string[]): never {
  const named = unknown
    .slice(0, NAMED)
    .map((id) => `"${id}"`)
    .join(', ');
  const more = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  throw DomainError.badInput(
    `No user of this integration has the id ${named}${more}. Assign these people to the application before pushing the group.`,
    'members',
  );
}

function unknownGroup(id: string): never {
  throw DomainError.notFound('Group', id);
}
