import { caseFold } from 'unicode-case-folding';
import { WIDTH_MAP } from './width-map.js';

const BEYOND_ASCII = /[^\0-\x7f]/;
const WIDE_OR_NARROW = /[\u3000\uff01-\uffee]/g;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Converts text for comparisons that ignore letter case, in the same way in every locale: maps full-width and half-width characters,
 * removes default-ignorable characters, folds the case (Unicode CaseFolding.txt, C and F) and converts to NFC. The SQL function fold_text
 * returns the same.
 */
export function foldText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const mapped = text
    .replace(WIDE_OR_NARROW, (character) => WIDTH_MAP.get(character) ?? character)
    .replace(IGNORABLE, '')
    .normalize('NFD');
  return caseFold(mapped).normalize('NFC');
}

/** Whether the text has characters that are not displayed, such as a zero width space or a soft hyphen. */
export function hasIgnorableCharacters(text: string): boolean {
  return text.search(IGNORABLE) >= 0;
}

/**
 * Compares two texts by code point, as PostgreSQL's collation "C" does. A comparison by UTF-16 code unit, as JavaScript does it, gives
 * another order.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    // All earlier units are equal. Therefore both units here start a code point, or both are the second half of one.
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** A sort key for a UTF-16 unit. Surrogates sort last, because they encode code points above U+FFFF. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
