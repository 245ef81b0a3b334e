import { DomainError } from '@rollcall/platform';

/** Characters. */
const MAX_LENGTH = 200;

/**
 * A device name that someone gave, with surrounding and repeated white space removed; null when nothing is left.
 * @throws DomainError BAD_USER_INPUT, field `deviceName`
 */
export function deviceNameFrom(input: string | null | undefined): string | null {
  const name = (input ?? '').replaceAll(/\s+/g, ' ').trim();
  if (name.length > MAX_LENGTH) {
    throw DomainError.badInput(`A device name has at most ${MAX_LENGTH} characters.`, 'deviceName');
  }
  if (/\p{Cc}/u.test(name)) throw DomainError.badInput('A device name holds no control characters.', 'deviceName');
  return name === '' ? null : name;
}
