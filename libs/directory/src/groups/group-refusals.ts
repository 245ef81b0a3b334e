import { DomainError, isId, sqlState, uniqueViolation } from '@rollcall/platform';
import type { GroupDraft } from './group-record.js';

const FOREIGN_KEY_VIOLATION = '23503';

export async function refusingTakenName<T>({ displayName }: GroupDraft, work: () => Promise<T>): Promise<T> {
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

/** Reports BAD_USER_INPUT when a member is deleted between our read and our insert. */
export async function refusingGoneMembers<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error;
    throw DomainError.badInput(
      'One of the members has just been deleted. Send the change again without it.',
      'members',
    );
  }
}

/** The ids in lower case, each once. @throws DomainError BAD_USER_INPUT when one is not an id */
export function requireIds(ids: readonly string[]): string[] {
  const wrong = ids.filter((id) => !isId(id));
  if (wrong.length > 0) refuseUnknown(wrong);
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

const NAMED = 10;

export function refuseUnknown(unknown: readonly string[]): never {
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

export function unknownGroup(id: string): never {
  throw DomainError.notFound('Group', id);
}
