/** Few values, so that random filters often hit random users; among them letters that locales and normal forms treat differently. */
export const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  'aB',
  'b',
  'a_b@x',
  'acb@x',
  'A_B@X',
  '%',
  '_',
  '\\',
  'a%',
  "o'b",
  '"q"',
  '名',
  'a 名',
  ' a',
  '\u00ada',
  'İ',
  'i\u0307',
  'i',
  'ΑΣ',
  'ας',
  'ασ',
  'ß',
  'SS',
  '\u00e9',
  'E\u0301',
  'ｂ',
  '＂',
  '＼',
  '\uff5a',
  '😀',
] as const;

export const TYPES = ['work', 'Work', 'home', 'wo'] as const;

export const NUMBERS = [0, 1, -1, 2, 10, 1.5, 1e21, 0.1, 1e-7] as const;

/** Two spellings of one instant, instants 1 ms apart, a fraction of a millisecond, no zone, and the first and last instants. */
export const DATES = [
  '2026-01-31T08:00:00Z',
  '2026-01-31T09:00:00+01:00',
  '2026-01-31T08:00:00.001Z',
  '2026-01-31T08:00:00.0015Z',
  '2026-01-31T07:59:59.999Z',
  '2024-02-29T00:00:00Z',
  '2024-02-29T00:00:00',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
] as const;
