import type { GroupLink, IdentityWithGroups } from '@rollcall/directory';
import { type JsonObject, weakEtag } from '../protocol/index.js';

/**
 * The resource as JSON text. The profile is inserted as text from PostgreSQL, because parsing and printing it would be over half the cost
 * of a read.
 */
export function userJson(record: IdentityWithGroups, baseUrl: string): string {
  const { id, externalId, displayName, profile, groups } = record;
  let json = `{"id":"${id}","userName":${JSON.stringify(record.userName)},"active":${record.active}`;
  if (externalId !== null) json += `,"externalId":${JSON.stringify(externalId)}`;
  if (displayName !== null) json += `,"displayName":${JSON.stringify(displayName)}`;
  if (profile.length > 2) json += `,${profile.slice(1, -1)}`;
  if (groups !== null) json += `,"groups":${JSON.stringify(groupsOf(groups, baseUrl))}`;
  return `${json},"meta":{"resourceType":"User","created":"${record.createdAt}","lastModified":"${record.updatedAt}","location":"${baseUrl}/Users/${id}","version":${JSON.stringify(weakEtag(record.version))}}}`;
}

/** The resource as an object, for responses that omit attributes. */
export function userResource(record: IdentityWithGroups, baseUrl: string): JsonObject {
  return JSON.parse(userJson(record, baseUrl)) as JsonObject;
}

function groupsOf(groups: readonly GroupLink[], baseUrl: string): object[] {
  return groups.map(({ value, display }) => ({ value, display, type: 'direct', $ref: `${baseUrl}/Groups/${value}` }));
}
