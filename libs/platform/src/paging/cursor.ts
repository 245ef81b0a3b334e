import { DomainError } from '../errors/domain-error.js';

type CursorPart = string | number | null;

/** An opaque keyset cursor: the sort key of the last row seen. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws DomainError BAD_USER_INPUT (field `after`) when the cursor was not made by {@link encodeCursor} with `length` parts */
export function decodeCursor(cursor: string, length: number): (string | null)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === length) {
      return parts.map((part: unknown) => {
        if (part === null) return null;
        if (typeof part === 'string' || typeof part === 'number') return String(part);
        throw new TypeError('not a cursor part');
      });
    }
  } catch {
    // falls through to the one refusal below
  }
  throw DomainError.badInput('This cursor is not one of ours. Start again without `after`.', 'after');
}
