import type { GroupDraft, GroupRecord } from '@rollcall/directory';
import type { GroupResource, JsonObject, ResourceSchema } from '../protocol/index.js';

/** `schemas` is stored with the attributes, so that reads need not compute it. */
export function toGroupDraft(
  { displayName, externalId, attributes }: GroupResource,
  schema: ResourceSchema,
): GroupDraft {
  return {
    displayName,
    externalId: externalId ?? null,
    profile: { schemas: schema.schemasOf(attributes), ...attributes },
  };
}

/** The attributes of a group that PATCH may change, except its members. */
export function toPatchableGroup({ displayName, externalId, profile }: GroupRecord): JsonObject {
  const { schemas: _schemas, ...attributes } = JSON.parse(profile) as JsonObject;
  return { displayName, ...(externalId !== null && { externalId }), ...attributes };
}

export function fromPatchedGroup(resource: JsonObject, schema: ResourceSchema): GroupDraft {
  const { displayName, externalId, schemas: _schemas, ...attributes } = resource;
  return toGroupDraft(
    { displayName: displayName as string, ...(typeof externalId === 'string' && { externalId }), attributes },
    schema,
  );
}
