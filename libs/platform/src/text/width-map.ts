/** A range of consecutive characters that map to consecutive characters, and the first code point that the range maps to. */
type Run = readonly [first: number, last: number, target: number];

/** Ranges of decompositions of type <wide> and <narrow> in UnicodeData.txt. */
const RUNS: readonly Run[] = [
  [0x3000, 0x3000, 0x20],
  [0xff01, 0xff5e, 0x21],
  [0xff5f, 0xff60, 0x2985],
  [0xffa0, 0xffa0, 0x3164],
  [0xffa1, 0xffbe, 0x3131],
  [0xffc2, 0xffc7, 0x314f],
  [0xffca, 0xffcf, 0x3155],
  [0xffd2, 0xffd7, 0x315b],
  [0xffda, 0xffdc, 0x3161],
  [0xffe0, 0xffe1, 0xa2],
  [0xffe2, 0xffe2, 0xac],
  [0xffe3, 0xffe3, 0xaf],
  [0xffe4, 0xffe4, 0xa6],
  [0xffe5, 0xffe5, 0xa5],
  [0xffe6, 0xffe6, 0x20a9],
  [0xffe8, 0xffe8, 0x2502],
  [0xffe9, 0xffec, 0x2190],
  [0xffed, 0xffed, 0x25a0],
  [0xffee, 0xffee, 0x25cb],
];
/** The targets of U+FF61 … U+FF9F in order. They form no ranges. */
const HALF_WIDTH_KATAKANA =
  '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309a';
const FIRST_KATAKANA = 0xff61;

/** Full-width and half-width characters and the characters that they map to (RFC 8264 §5.2.1). */
export const WIDTH_MAP: ReadonlyMap<string, string> = new Map([
  ...RUNS.flatMap(([first, last, target]) =>
    Array.from({ length: last - first + 1 }, (_, index): [string, string] => [
      String.fromCodePoint(first + index),
      String.fromCodePoint(target + index),
    ]),
  ),
  ...[...HALF_WIDTH_KATAKANA].map((character, index): [string, string] => [
    String.fromCodePoint(FIRST_KATAKANA + index),
    character,
  ]),
]);
