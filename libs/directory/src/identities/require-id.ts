import { DomainError, isId } from '@rollcall/platform';

/** @throws DomainError BAD_USER_INPUT, because other text would cause a database error */
export function requireId(id: string, field = 'integrationId'): string {
  if (!isId(id)) throw DomainError.badInput(`"${id}" is not an id.`, field);
  return id;
}
