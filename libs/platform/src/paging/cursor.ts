import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../errors/domain-error.js';

type CursorPart = string | number | null;

const SUM_BYTES = 12;

/**
 * The first key signs cursors; a signature by any key is accepted. The random key is for tests: a server replaces it at its start by
 * configured keys, so that replicas accept each other's cursors.
 */
let keys: readonly [Buffer, ...Buffer[]] = [randomBytes(32)];

/** @param secrets newest first; the keys are derived from them, so a cursor does not reveal the secrets */
export function useCursorSecrets([first, ...others]: readonly Buffer[]): void {
  if (first === undefined) return;
  const derived = (secret: Buffer): Buffer => createHmac('sha256', secret).update('graphql cursor').digest();
  keys = [derived(first), ...others.map(derived)];
}

/** An opaque, signed keyset cursor, which contains the sort key of a row. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  const place = Buffer.from(JSON.stringify(parts)).toString('base64url');
  return `${place}.${sumOf(place, keys[0]).toString('base64url')}`;
}

/** @throws DomainError BAD_USER_INPUT when the cursor was not made by {@link encodeCursor} with `length` parts */
export function decodeCursor(cursor: string, length: number, field = 'after'): (string | null)[] {
  const [place = '', sum = ''] = cursor.split('.');
  const sent = Buffer.from(sum, 'base64url');
  if (!keys.some((key) => isSame(sent, sumOf(place, key)))) throw cursorRefusal(field);
  const parts = JSON.parse(Buffer.from(place, 'base64url').toString('utf8')) as CursorPart[];
  // A cursor of another list may have another number of parts.
  if (parts.length !== length) throw cursorRefusal(field);
  return parts.map((part) => (part === null ? null : String(part)));
}

export function cursorRefusal(field: string): DomainError {
  return DomainError.badInput(`This cursor is not one of this list. Start again without \`${field}\`.`, field);
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function sumOf(place: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(place).digest().subarray(0, SUM_BYTES);
}
