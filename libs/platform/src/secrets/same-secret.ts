import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets. The time that it takes does not depend on how much of them is equal. */
export function sameSecret(a: string | Buffer, b: string | Buffer): boolean {
  const digest = (value: string | Buffer) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
