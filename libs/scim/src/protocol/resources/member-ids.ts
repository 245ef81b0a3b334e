import { isStorable } from '@rollcall/platform';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json } from '../json.js';
import { readMembers } from '../messages/read-members.js';

const MEMBER = ['value', 'type', '$ref'] as const;

/**
 * Ids of a group's members, each once, in the order sent. Reads `[{ value }]`, one such object, or bare ids; null means no members.
 * @throws ScimError 400 invalidValue: no id, or a group in a group
 */
export function parseMemberIds(value: Json): string[] {
  if (value === null) return [];
  const ids = new Set<string>();
  for (const member of Array.isArray(value) ? value : [value]) ids.add(parseMemberId(member));
  return [...ids];
}

function parseMemberId(member: Json): string {
  const { value: id, type, $ref: ref } = isJsonObject(member) ? readMembers(member, MEMBER) : { value: member };
  if (typeof id !== 'string' || id === '' || !isStorable(id))
    throw ScimError.invalidValue('Each of "members" must be an object with the id of a user in "value".');
  if (isGiven(type) ? isWord(type, 'group') : typeof ref === 'string' && /\/Groups\/[^/]+$/i.test(ref))
    throw ScimError.invalidValue(
      `Member "${id}" is a group: groups in groups are not supported, only users can be members.`,
    );
  if (isGiven(type) && !isWord(type, 'user'))
    throw ScimError.invalidValue(`The "type" of member "${id}" must be User.`);
  if (isGiven(ref) && !leadsTo(ref, id))
    throw ScimError.invalidValue(`The "$ref" of member "${id}" does not lead to that user.`);
  return id;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isWord(value: unknown, word: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === word;
}

/** The URI of a user, absolute or relative, ends in its id; in a bulk request it may contain a bulkId. */
function leadsTo(ref: unknown, id: string): boolean {
  if (typeof ref !== 'string') return false;
  const last = ref.slice(ref.lastIndexOf('/') + 1);
  return last.toLowerCase() === id.toLowerCase() || last.startsWith('bulkId:');
}
