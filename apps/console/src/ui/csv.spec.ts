import fc from 'fast-check';
import { toCsv } from './csv';

test('separators, quotes and line ends stay within their cell', () => {
  expect(toCsv([['a,b', 'say "hi"', 'two\nlines', null]])).toBe('"a,b","say ""hi""","two\nlines",\r\n');
});

test('no cell begins as a spreadsheet formula does', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(toCsv([[text]])).not.toMatch(/^"?[=+\-@\t]/);
    }),
  );
});
