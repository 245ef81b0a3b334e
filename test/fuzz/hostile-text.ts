import fc from 'fast-check';

/** Texts that often break parsers, databases or regular expressions. */
const HOSTILE = [
  '\0',
  '\ud800',
  '\ufeff',
  '\u202e',
  '😀',
  '"',
  '\\',
  '\\u0000',
  "'; drop table identities; --",
  '%',
  '_',
  '%00',
  '%c0%ae%c0%ae/',
  '%E0%A4%A',
  '../../',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-0',
  '1e999',
  '9'.repeat(400),
  '(',
  ')',
  '['.repeat(300),
  '{'.repeat(300),
  '(((((((('.repeat(60),
  'a'.repeat(5_000),
  '${jndi:ldap://x}',
  '\r\n',
  '\t',
  '',
] as const;

export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

interface Edit {
  kind: 'drop' | 'double' | 'swap' | 'replace' | 'insert' | 'repeat';
  at: number;
  with: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'replace', 'insert', 'repeat'),
  at: fc.nat(),
  with: hostileText,
});

/** Joins the tokens of a grammar into texts. Half of the texts are changed at a few random places. */
export function mutated(tokens: fc.Arbitrary<string[]>, glue = ' '): fc.Arbitrary<string> {
  return fc
    .tuple(
      tokens,
      fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(edit, { minLength: 1, maxLength: 4 }) },
      ),
    )
    .map(([list, edits]) => edits.reduce(apply, list).join(glue));
}

function apply(tokens: string[], { kind, at, with: text }: Edit): string[] {
  const index = tokens.length === 0 ? 0 : at % tokens.length;
  const token = tokens[index] ?? '';
  switch (kind) {
    case 'drop':
      return tokens.toSpliced(index, 1);
    case 'double':
      return tokens.toSpliced(index, 0, token);
    case 'swap':
      return tokens.toSpliced(index, 2, tokens[index + 1] ?? '', token);
    case 'replace':
      return tokens.toSpliced(index, 1, text);
    case 'insert':
      return tokens.toSpliced(index, 0, text);
    case 'repeat':
      return tokens.toSpliced(index, 1, ...Array<string>(200).fill(token));
  }
}
