import fc from 'fast-check';
import type { AdminApi } from '../api/admin-api.js';
import { TypedDocumentString } from '../gql/graphql.js';
import { printableApi, printableJson, printableScreen, printableText } from './printable.js';

/** Code points, not a regular expression, so that the test is independent of the expression under test. */
const BIDI = [
  0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
];
const acts = (text: string): boolean =>
  [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || BIDI.includes(code);
  });
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '\u009b', '\u0007', '\n', '\r', '\u202e', '\u2066', '[', '2', 'J', '\\', '"'),
    fc.constantFrom('ü', '名', '👋', 'a'),
  ),
});

it('escapes ESC, line feeds and changes of the text direction', () => {
  expect(printableText('\u001b[2Jroot\n# \u202e')).toBe('\\u001b[2Jroot\\u000a# \\u202e');
  fc.assert(fc.property(hostile, (text) => !acts(printableText(text))));
});

it('prints the same JSON value without characters that control a terminal', () => {
  const value = fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile)));
  fc.assert(
    fc.property(value, (data) => {
      const printed = printableJson(data);
      expect(acts(printed.replaceAll('\n', ''))).toBe(false);
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
});

it('keeps the colors and lines of a formatted text, and escapes all other control characters', () => {
  const [colored, hostileText] = ['\u001b[31mFAIL\u001b[39m\n', '\u001b[2J\u009b0m'];
  expect(printableScreen(colored + hostileText)).toBe(`${colored}\\u001b[2J\\u009b0m`);
});

it('makes every text of an answer printable, at any depth', async () => {
  const api: AdminApi = {
    request: async <R>() => ({ nodes: [{ path: '/Users?\u001b[31m', status: 401, detail: null }] }) as R,
    work: async () => undefined,
    close: async () => undefined,
  };
  expect(await printableApi(api).request(new TypedDocumentString('{ x }'), {})).toEqual({
    nodes: [{ path: '/Users?\\u001b[31m', status: 401, detail: null }],
  });
});
