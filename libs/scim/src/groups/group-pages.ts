import { Injectable } from '@nestjs/common';
import { type GroupRecord, GroupService, type MemberRecord } from '@rollcall/directory';
import { isJsonObject, type JsonObject, type Projection } from '../protocol/index.js';
import type { ResourceContext } from '../resources/resource-context.js';
import { groupHead, groupTail, membersJson } from './group-json.js';

/** Members read at a time: bounds the memory of a group of any size. */
const CHUNK = 2000;

/** Groups as JSON text, in one piece if their members fit in a chunk, otherwise streamed. */
@Injectable()
export class GroupPages {
  constructor(private readonly groups: GroupService) {}

  async one(
    context: ResourceContext,
    group: GroupRecord,
    projection: Projection,
    known?: readonly MemberRecord[],
  ): Promise<string | AsyncIterable<string>> {
    if (known !== undefined || !projection.includes('members'))
      return complete(context, group, known ?? [], projection);
    const members = await this.groups.members(context.caller, group.id, null, CHUNK);
    return members.length < CHUNK
      ? complete(context, group, members, projection)
      : this.pieces(context, group, members, projection);
  }

  /** Texts of several groups, separated by commas. */
  async several(
    context: ResourceContext,
    groups: readonly GroupRecord[],
    projection: Projection,
  ): Promise<string | AsyncIterable<string>> {
    if (groups.length === 0) return '';
    const ids = groups.map(({ id }) => id);
    const members = projection.includes('members') ? await this.groups.membersOfAll(context.caller, ids, CHUNK) : [];
    if (members.length === CHUNK) return this.piecesOfAll(context, groups, projection);
    const byGroup = new Map<string, MemberRecord[]>(ids.map((id) => [id, []]));
    for (const member of members) byGroup.get(member.groupId)?.push(member);
    return groups.map((group) => complete(context, group, byGroup.get(group.id) ?? [], projection)).join(',');
  }

  private async *piecesOfAll(
    context: ResourceContext,
    groups: readonly GroupRecord[],
    projection: Projection,
  ): AsyncIterable<string> {
    for (const [index, group] of groups.entries()) {
      if (index > 0) yield ',';
      const json = await this.one(context, group, projection);
      if (typeof json === 'string') yield json;
      else yield* json;
    }
  }

  private async *pieces(
    context: ResourceContext,
    group: GroupRecord,
    first: readonly MemberRecord[],
    projection: Projection,
  ): AsyncIterable<string> {
    const { head, tail, list } = frame(context, group, projection);
    yield `${head},"members":[${list(first)}`;
    for (let chunk = first; chunk.length === CHUNK;) {
      chunk = await this.groups.members(context.caller, group.id, chunk.at(-1)!.id, CHUNK);
      if (chunk.length > 0) yield `,${list(chunk)}`;
    }
    yield `]${tail}`;
  }
}

function complete(
  context: ResourceContext,
  group: GroupRecord,
  members: readonly MemberRecord[],
  projection: Projection,
): string {
  const { head, tail, list } = frame(context, group, projection);
  return members.length === 0 ? head + tail : `${head},"members":[${list(members)}]${tail}`;
}

/** The text before and after the members, and a function for the text of a chunk; call `list` only if the answer includes `members`. */
function frame({ baseUrl }: ResourceContext, group: GroupRecord, projection: Projection) {
  const head = groupHead(group);
  const tail = groupTail(group, baseUrl);
  if (projection.everything) {
    return { head, tail, list: (members: readonly MemberRecord[]) => membersJson(members, baseUrl) };
  }
  const object = projection.apply(JSON.parse(head + tail) as JsonObject);
  return {
    head: JSON.stringify(object).slice(0, -1),
    tail: '}',
    list: (members: readonly MemberRecord[]) => {
      const { members: shown } = projection.apply(
        JSON.parse(`{"members":[${membersJson(members, baseUrl)}]}`) as JsonObject,
      );
      return Array.isArray(shown)
        ? shown
            .filter(isJsonObject)
            .map((member) => JSON.stringify(member))
            .join(',')
        : '';
    },
  };
}
