import { Injectable } from '@nestjs/common';
import {
  type GroupChange,
  type GroupDraft,
  type GroupRecord,
  GroupService,
  MANY_MEMBERS,
  type MemberRecord,
} from '@rollcall/directory';
import {
  compileProjection,
  ifNoneMatchHits,
  type ListQuery,
  parseGroupResource,
  patchOpSteps,
  planGroupPatch,
  replaceResource,
  weakEtag,
} from '../protocol/index.js';
import { compileList, cutPage } from '../resources/compile-list.js';
import { listJson, type ResourcePage } from '../resources/list-json.js';
import { deleteAtVersion, isConditional, notModified, requireVersion } from '../resources/preconditions.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimAnswer } from '../resources/scim-answer.js';
import { toGroupChanges } from './group-changes.js';
import { toGroupDraft, toPatchableGroup } from './group-draft.js';
import { GroupPages } from './group-pages.js';

/** The Group resource type: RFC 7644 §3 over the directory. Every method throws ScimError or DomainError. */
@Injectable()
export class ScimGroups {
  constructor(
    private readonly groups: GroupService,
    private readonly pages: GroupPages,
  ) {}

  /** RFC 7644 §3.3 */
  async create(context: ResourceContext, body: unknown): Promise<ScimAnswer> {
    const { caller, schemas } = context;
    const resource = parseGroupResource(body, schemas.group);
    const draft = toGroupDraft(resource, schemas.group);
    const created = await this.groups.create(caller, caller.integrationId, draft, resource.members ?? []);
    return { ...(await this.answer(context, created)), status: 201 };
  }

  /** RFC 7644 §3.4.1; 304 when If-None-Match names the version. */
  async get(context: ResourceContext, id: string): Promise<ScimAnswer> {
    const found = await this.groups.get(context.caller, context.caller.integrationId, id);
    if (ifNoneMatchHits(context.ifNoneMatch, weakEtag(found.version))) return notModified(found);
    return this.answer(context, found);
  }

  /** RFC 7644 §3.4.2, RFC 9865 */
  async list(context: ResourceContext, query: ListQuery): Promise<ScimAnswer> {
    return { status: 200, body: listJson(query, await this.page(context, query)) };
  }

  async page(context: ResourceContext, query: ListQuery): Promise<ResourcePage> {
    const projection = compileProjection(query, context.schemas.group);
    const page = await this.groups.page(compileList(context, query, context.schemas.groupMapping, 'g.id'));
    const { rows, nextCursor } = cutPage(page.rows, query, context, 'g.id');
    const resources = await this.pages.several(context, rows, projection);
    return { total: page.total, items: rows.length, nextCursor, resources };
  }

  /** RFC 7644 §3.5.1: absent attributes and members are cleared, except immutable attributes. */
  async replace(context: ResourceContext, id: string, body: unknown): Promise<ScimAnswer> {
    const schema = context.schemas.group;
    const resource = parseGroupResource(body, schema);
    const redraft = (current: GroupRecord): GroupDraft => {
      const attributes = replaceResource(() => toPatchableGroup(current), resource.attributes, schema);
      return toGroupDraft({ ...resource, attributes }, schema);
    };
    await this.change(context, id, [
      { kind: 'redraft', redraft },
      { kind: 'replaceMembers', ids: resource.members ?? [] },
    ]);
    return this.answer(context, await this.groups.get(context.caller, context.caller.integrationId, id));
  }

  /** RFC 7644 §3.5.2: 200 with the group; 204 when it has more than MANY_MEMBERS members and the request names no attributes. */
  async patch(context: ResourceContext, id: string, body: unknown): Promise<ScimAnswer> {
    const operations = await context.inSlices(patchOpSteps(body, context.budget));
    const steps = planGroupPatch(operations, context.schemas.group);
    const { version, large } = await this.change(context, id, toGroupChanges(context, id, steps));
    const empty = { ...noContent(context, id), etag: weakEtag(version) };
    if (!context.selects && (large || context.withoutBody)) return empty;
    const group = this.groups.get(context.caller, context.caller.integrationId, id);
    if (context.selects) return this.answer(context, await group);
    const [found, members] = await Promise.all([
      group,
      this.groups.members(context.caller, id, null, MANY_MEMBERS + 1),
    ]);
    // If another change was committed in between, the group differs from the result of this one.
    const isOurs = found.version === version && members.length <= MANY_MEMBERS;
    return isOurs ? this.answer(context, found, members) : empty;
  }

  /** RFC 7644 §3.6 */
  async delete(context: ResourceContext, id: string): Promise<ScimAnswer> {
    const { caller } = context;
    const get = (): Promise<{ version: string }> => this.groups.get(caller, caller.integrationId, id);
    await deleteAtVersion(context, get, (version) => this.groups.delete(caller, caller.integrationId, id, version));
    return noContent(context, id);
  }

  private change(
    context: ResourceContext,
    id: string,
    changes: readonly GroupChange[],
  ): Promise<{ version: string; large: boolean }> {
    const { caller } = context;
    const expect = isConditional(context) ? (current: GroupRecord) => requireVersion(context, current) : undefined;
    return this.groups.change(caller, caller.integrationId, id, changes, expect);
  }

  /** @param members all members, if already loaded */
  private async answer(
    context: ResourceContext,
    group: GroupRecord,
    members?: readonly MemberRecord[],
  ): Promise<ScimAnswer> {
    const projection = compileProjection(context.selection, context.schemas.group);
    return {
      status: 200,
      id: group.id,
      location: `${context.baseUrl}/Groups/${group.id}`,
      etag: weakEtag(group.version),
      body: await this.pages.one(context, group, projection, members),
    };
  }
}

function noContent({ baseUrl }: ResourceContext, id: string): ScimAnswer {
  return { status: 204, id, location: `${baseUrl}/Groups/${id}` };
}
