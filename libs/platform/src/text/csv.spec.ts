import { toCsv } from './csv.js';

test('separators, quotes and line breaks do not split a cell', () => {
  expect(toCsv([['a,b', 'say "hi"', 'two\nlines', null, 7]])).toBe('"a,b","say ""hi""","two\nlines",,7\r\n');
  expect(toCsv([['a;=1'], ['b']])).toBe('"a;=1"\r\nb\r\n');
});

test.each(['=1', ' =1', '\n=1', '\uff1d1', '\uff0b1', ' \uff201', '-1', '@x'])(
  '%j is not evaluated as a formula',
  (text) => {
    expect(toCsv([[text]])).toMatch(/^"?'/);
  },
);
