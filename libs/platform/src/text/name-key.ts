import { foldText } from './fold-text.js';

/** Characters with the property White_Space that remain after width mapping. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f';
const OUTER_WHITE_SPACE = new RegExp(`^[${WHITE_SPACE}]+|[${WHITE_SPACE}]+$`, 'g');

/**
 * The comparison key of a unique name (userName, displayName of a group): RFC 8265 §3.3 UsernameCaseMapped with full case folding,
 * without outer white space. Two names are the same when their keys are equal. The SQL function name_key gives the same.
 */
export function nameKey(name: string): string {
  return foldText(name).replace(OUTER_WHITE_SPACE, '');
}

export function isSameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}
