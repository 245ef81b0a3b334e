import { Injectable } from '@nestjs/common';
import { IdentityService, type IdentityWithGroups } from '@rollcall/directory';
import type { Steps } from '@rollcall/platform';
import {
  compileProjection,
  ifNoneMatchHits,
  type ListQuery,
  parseUserResource,
  patchOpSteps,
  patchSteps,
  type Projection,
  replaceResource,
  weakEtag,
} from '../protocol/index.js';
import { compileList, cutPage } from '../resources/compile-list.js';
import { listJson, type ResourcePage } from '../resources/list-json.js';
import { deleteAtVersion, isConditional, notModified, requireVersion } from '../resources/preconditions.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimAnswer } from '../resources/scim-answer.js';
import { activeSwitchOf } from './active-switch.js';
import { toDraft, toPatchable } from './user-draft.js';
import { userJson, userResource } from './user-json.js';

/** The User resource type: RFC 7644 §3 over the directory. Every method throws ScimError or DomainError. */
@Injectable()
export class ScimUsers {
  constructor(private readonly identities: IdentityService) {}

  /** RFC 7644 §3.3 */
  async create(context: ResourceContext, body: unknown): Promise<ScimAnswer> {
    const { caller, schemas } = context;
    const draft = toDraft(parseUserResource(body, schemas.user), schemas.user, true);
    const created = await this.identities.create(caller, caller.integrationId, draft);
    return { ...answer(context, created), status: 201 };
  }

  /** RFC 7644 §3.4.1; 304 when If-None-Match names the version. */
  async get(context: ResourceContext, id: string): Promise<ScimAnswer> {
    const found = await this.identities.getWithGroups(context.caller, context.caller.integrationId, id);
    if (ifNoneMatchHits(context.ifNoneMatch, weakEtag(found.version))) return notModified(found);
    return answer(context, found);
  }

  /** RFC 7644 §3.4.2, RFC 9865 */
  async list(context: ResourceContext, query: ListQuery): Promise<ScimAnswer> {
    return { status: 200, body: listJson(query, await this.page(context, query)) };
  }

  async page(context: ResourceContext, query: ListQuery): Promise<ResourcePage> {
    const projection = compileProjection(query, context.schemas.user);
    const rowQuery = compileList(context, query, context.schemas.userMapping, 'i.id');
    const page = await this.identities.page(rowQuery, projection.includes('groups'));
    const { rows, nextCursor } = cutPage(page.rows, query, context, 'i.id');
    const resources = await context.inSlices(renderAll(rows, context, projection));
    return { total: page.total, items: rows.length, nextCursor, resources };
  }

  /** RFC 7644 §3.5.1: absent attributes are cleared, except `active`. */
  async replace(context: ResourceContext, id: string, body: unknown): Promise<ScimAnswer> {
    const { caller, schemas } = context;
    const resource = parseUserResource(body, schemas.user);
    const replaced = await this.identities.update(caller, caller.integrationId, id, (current) => {
      requireVersion(context, current);
      return toDraft(
        replaceResource(() => toPatchable(current), resource, schemas.user),
        schemas.user,
        current.active,
      );
    });
    return answer(context, replaced);
  }

  /** RFC 7644 §3.5.2 */
  async patch(context: ResourceContext, id: string, body: unknown): Promise<ScimAnswer> {
    const { caller, schemas } = context;
    const operations = await context.inSlices(patchOpSteps(body, context.budget));
    const active = isConditional(context) ? undefined : activeSwitchOf(operations);
    if (active !== undefined) {
      return answer(context, await this.identities.setActive(caller, caller.integrationId, id, active));
    }
    const patched = await this.identities.update(caller, caller.integrationId, id, async (current) => {
      requireVersion(context, current);
      const steps = patchSteps(toPatchable(current), operations, schemas.user, context.budget);
      return toDraft((await context.inSlices(steps)).resource, schemas.user, current.active);
    });
    return answer(context, patched);
  }

  /** RFC 7644 §3.6 */
  async delete(context: ResourceContext, id: string): Promise<ScimAnswer> {
    const { caller } = context;
    const get = (): Promise<{ version: string }> => this.identities.get(caller, caller.integrationId, id);
    await deleteAtVersion(context, get, (version) => this.identities.delete(caller, caller.integrationId, id, version));
    return { status: 204, id, location: `${context.baseUrl}/Users/${id}` };
  }
}

function answer(context: ResourceContext, record: IdentityWithGroups): ScimAnswer {
  return {
    status: 200,
    id: record.id,
    location: `${context.baseUrl}/Users/${record.id}`,
    etag: weakEtag(record.version),
    body: render(record, context, compileProjection(context.selection, context.schemas.user)),
  };
}

function render(record: IdentityWithGroups, { baseUrl }: ResourceContext, projection: Projection): string {
  if (projection.everything) return userJson(record, baseUrl);
  return JSON.stringify(projection.apply(userResource(record, baseUrl)));
}

function* renderAll(
  rows: readonly IdentityWithGroups[],
  context: ResourceContext,
  projection: Projection,
): Steps<string> {
  let resources = '';
  for (const row of rows) {
    resources += (resources === '' ? '' : ',') + render(row, context, projection);
    yield;
  }
  return resources;
}
