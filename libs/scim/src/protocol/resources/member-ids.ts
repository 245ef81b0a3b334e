import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json } from '../json.js';
import { isStorable } from '../values/storable-text.js';

/**
 * Ids of a group's members, each once, in the order sent: of `[{ value }]`, one such object, or bare ids; null means none.
 * @throws ScimError 400 invalidValue: no id, or a group in a group
 */
export function parseMemberIds(value: Json): string[] {
  if (value === null) return [];
  const ids = new Set<string>();
  for (const member of Array.isArray(value) ? value : [value]) ids.add(parseMemberId(member));
  return [...ids];
}

function parseMemberId(member: Json): string {
  const id = isJsonObject(member) ? (member.value ?? member.Value) : member;
  if (typeof id !== 'string' || id === '' || !isStorable(id))
    throw ScimError.invalidValue('Each of "members" must be an object with the id of a user in "value".');
  if (isJsonObject(member) && isGroup(member.type, member.$ref))
    throw ScimError.invalidValue(
      `Member "${id}" is a group: groups in groups are not supported, only users can be members.`,
    );
  return id;
}

function isGroup(type: Json | undefined, ref: Json | undefined): boolean {
  if (typeof type === 'string') return type.toLowerCase() === 'group';
  return typeof ref === 'string' && /\/Groups\/[^/]+$/i.test(ref);
}
