import { DomainError } from '@rollcall/platform';

/** Characters; room for any name a person types, not for a document. */
const MAX_NAME_LENGTH = 200;

/**
 * A name that a person gave, with surrounding and repeated white space removed.
 * @throws BAD_USER_INPUT when nothing is left, when it is longer than 200 characters, or when it holds control characters
 */
export function requireName(input: string, field = 'name'): string {
  const name = input.trim().replaceAll(/\s+/g, ' ');
  if (name === '') throw DomainError.badInput('A name is required.', field);
  if ([...name].length > MAX_NAME_LENGTH) {
    throw DomainError.badInput(`A name has at most ${MAX_NAME_LENGTH} characters.`, field);
  }
  if (/\p{Cc}/u.test(name)) throw DomainError.badInput('A name holds no control characters.', field);
  return name;
}
