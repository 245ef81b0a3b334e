import { caseFold } from 'unicode-case-folding';
import { WIDTH_MAP } from './width-map.js';

const BEYOND_ASCII = /[^\0-\x7f]/;
const WIDE_OR_NARROW = /[\u3000\uff01-\uffee]/g;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Text for comparisons that ignore letter case, the same in every locale: width mapping, default-ignorable characters removed, full
 * case folding (Unicode CaseFolding.txt, C and F), NFC. The SQL function fold_text gives the same.
 */
export function foldText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const mapped = text
    .replace(WIDE_OR_NARROW, (character) => WIDTH_MAP.get(character) ?? character)
    .replace(IGNORABLE, '')
    .normalize('NFD');
  return caseFold(mapped).normalize('NFC');
}

/** Characters that are not shown, such as a zero width space or a soft hyphen. */
export function hasIgnorableCharacters(text: string): boolean {
  return text.search(IGNORABLE) >= 0;
}

/** Order of two texts by code point, as PostgreSQL's collation "C" orders them: UTF-16 code units order differently. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    // All units before are equal, so both positions start a code point or both are its second half.
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates encode code points above U+FFFF. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
