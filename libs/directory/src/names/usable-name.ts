import { DomainError, hasIgnorableCharacters, nameKey } from '@rollcall/platform';

/** Maximum UTF-8 bytes that fit an entry of the unique index, with room for the other columns. */
const MAX_KEY_BYTES = 2_048;

/**
 * Refuses invisible characters, because names could look the same (RFC 8265 §3.3.4).
 * @throws DomainError BAD_USER_INPUT
 */
export function requireUsableUserName(userName: string): void {
  if (hasIgnorableCharacters(userName))
    throw DomainError.badInput(
      '"userName" must not contain invisible characters such as a zero width space.',
      'userName',
    );
  requireUsableKey(userName, 'userName');
}

/**
 * Group names may contain invisible characters, because emoji are composed with them; comparisons ignore them. @throws DomainError
 * BAD_USER_INPUT
 */
export function requireUsableGroupName(displayName: string): void {
  requireUsableKey(displayName, 'displayName');
}

function requireUsableKey(name: string, field: string): void {
  const key = nameKey(name);
  if (key === '') throw DomainError.badInput(`"${field}" must contain a visible character.`, field);
  if (Buffer.byteLength(key) > MAX_KEY_BYTES)
    throw DomainError.badInput(`"${field}" is longer than ${MAX_KEY_BYTES} bytes.`, field);
}
