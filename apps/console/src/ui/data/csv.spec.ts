import fc from 'fast-check';
import { toCsv } from './csv';

test('separators, quotes and line ends stay within their cell', () => {
  expect(toCsv([['a,b', 'say "hi"', 'two\nlines', null]])).toBe('"a,b","say ""hi""","two\nlines",\r\n');
});

test('no cell begins like a spreadsheet formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(toCsv([[text]])).not.toMatch(/^"?[=+\-@\t]/);
    }),
  );
});

test.each(['=1', ' =1', '\n=1', '\uff1d1', '\uff0b1', ' \uff201', '-1', '@x'])(
  '%j is not written as a formula',
  (text) => {
    expect(
      toCsv([[text]])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  },
);

test('a semicolon stays within its cell', () => {
  expect(toCsv([['a;=1']])).toBe('"a;=1"\r\n');
});
