import type { GroupRecord, MemberRecord } from '@rollcall/directory';
import { weakEtag } from '../protocol/index.js';

/** The JSON text of a group before its members: `{…`. Separate, because the members may be many. */
export function groupHead({ id, displayName, externalId, profile }: GroupRecord): string {
  let json = `{"id":"${id}","displayName":${JSON.stringify(displayName)}`;
  if (externalId !== null) json += `,"externalId":${JSON.stringify(externalId)}`;
  return profile.length > 2 ? `${json},${profile.slice(1, -1)}` : json;
}

/** The JSON text of a group after its members: `,"meta":{…}}` */
export function groupTail({ id, createdAt, updatedAt, version }: GroupRecord, baseUrl: string): string {
  return `,"meta":{"resourceType":"Group","created":"${createdAt}","lastModified":"${updatedAt}","location":"${baseUrl}/Groups/${id}","version":${JSON.stringify(weakEtag(version))}}}`;
}

function memberJson({ id, displayName, userName }: MemberRecord, baseUrl: string): string {
  return `{"value":"${id}","display":${JSON.stringify(displayName ?? userName)},"type":"User","$ref":"${baseUrl}/Users/${id}"}`;
}

export function membersJson(members: readonly MemberRecord[], baseUrl: string): string {
  let json = '';
  for (const member of members) json += json === '' ? memberJson(member, baseUrl) : `,${memberJson(member, baseUrl)}`;
  return json;
}
