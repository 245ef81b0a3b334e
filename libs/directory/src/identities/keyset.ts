import { decodeCursor, DomainError, isId } from '@rollcall/platform';

/** The id in a cursor of a list by id. @throws DomainError BAD_USER_INPUT */
export function lastIdOf(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (!isId(id ?? ''))
    throw DomainError.badInput('This cursor is not one of ours. Start again without `after`.', 'after');
  return id!;
}

/** @throws DomainError BAD_USER_INPUT: other text would be a database error, not a miss */
export function requireId(id: string, field = 'integrationId'): string {
  if (!isId(id)) throw DomainError.badInput(`"${id}" is not an id.`, field);
  return id;
}
