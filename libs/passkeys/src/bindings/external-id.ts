import { DomainError } from '@rollcall/platform';

/** Characters. */
const MAX_LENGTH = 512;

/**
 * Another platform's id of a passkey, taken letter by letter.
 * @throws DomainError BAD_USER_INPUT, field `externalId`
 */
export function externalIdFrom(input: string): string {
  if (input.trim() === '') throw DomainError.badInput('An externalId is required.', 'externalId');
  if (input.length > MAX_LENGTH) {
    throw DomainError.badInput(`An externalId has at most ${MAX_LENGTH} characters.`, 'externalId');
  }
  if (/\p{Cc}/u.test(input)) throw DomainError.badInput('An externalId holds no control characters.', 'externalId');
  return input;
}
