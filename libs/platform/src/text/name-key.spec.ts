import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { compareCodePoints, foldText } from './fold-text.js';
import { foldingFunctions } from './folding-sql.js';
import { isSameName, nameKey } from './name-key.js';

const NAMES = fc.string({ unit: 'binary' });

describe('nameKey', () => {
  it.each([
    ['composed and decomposed letters', 'ju\u0308rgen', 'j\u00fcrgen'],
    ['full-width letters', 'ｋａｉ', 'KAI'],
    ['half-width katakana with a voicing mark', 'ｶﾞ', 'ガ'],
    ['final sigma', 'ΝΙΚΟΣ', 'νικος'],
    ['a letter that folds to two', 'STRASSE', 'straße'],
    ['outer white space', ' \u3000ada\u00a0', 'ada'],
    ['characters that are not shown', 'a\u00adda\u200b', 'ada'],
    ['İ and its decomposed small letter', 'İrem', 'i\u0307rem'],
  ])('treats two spellings as the same name: %s', (_, one, other) => expect(isSameName(one, other)).toBe(true));

  it.each([
    ['İ and i', 'İrem', 'irem'],
    ['ı and i', 'ılgın', 'ilgin'],
    ['inner white space', 'a b', 'ab'],
    ['accents', 'andré', 'andre'],
  ])('distinguishes two names: %s', (_, one, other) => expect(isSameName(one, other)).toBe(false));

  it('of a key, in any normal form, is the same key', () =>
    fc.assert(
      fc.property(NAMES, (name) => {
        const key = nameKey(name);
        expect([nameKey(key), nameKey(name.normalize('NFC')), nameKey(name.normalize('NFD'))]).toEqual([key, key, key]);
      }),
    ));
});

test('ASCII text is folded in the same way as other text', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) =>
      expect(foldText(`${text}\u00e9`)).toBe(`${foldText(text)}\u00e9`),
    ),
  ));

test('compareCodePoints orders texts as a comparison of their UTF-8 bytes does', () =>
  fc.assert(
    fc.property(NAMES, NAMES, (a, b) =>
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b))),
    ),
  ));

/** If the Unicode data changed, add a migration that replaces the functions and recomputes the stored keys. Then change this hash. */
test('the SQL functions are the same as those that the migration created', () =>
  expect(createHash('sha256').update(foldingFunctions().join('\n')).digest('hex')).toBe(
    '9c18e40c6f228fd2075844598330f22859b1ef7eaedc560f49096089f08ec3ff',
  ));
