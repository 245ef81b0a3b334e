import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in constant time, independent of content and length. */
export function sameSecret(a: string | Buffer, b: string | Buffer): boolean {
  const digest = (value: string | Buffer) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
