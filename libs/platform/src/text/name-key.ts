import { foldText } from './fold-text.js';

/** Characters with the property White_Space that remain after the width mapping. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f';
const OUTER_WHITE_SPACE = new RegExp(`^[${WHITE_SPACE}]+|[${WHITE_SPACE}]+$`, 'g');

/**
 * The key by which unique names (userName, displayName of a group) are compared: RFC 8265 §3.3 UsernameCaseMapped with full case folding,
 * and without white space at both ends. Two names are the same if their keys are equal. The SQL function name_key returns the same.
 */
export function nameKey(name: string): string {
  return foldText(name).replace(OUTER_WHITE_SPACE, '');
}

export function isSameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}
