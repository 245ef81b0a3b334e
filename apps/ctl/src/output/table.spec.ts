import { table } from './table.js';

test('columns are aligned, and the last one is not padded', () => {
  expect(
    table(
      ['NAME', 'STATE'],
      [
        ['a', 'ok'],
        ['longer', 'paused'],
      ],
    ),
  ).toBe('NAME    STATE\na       ok\nlonger  paused');
});

test("on a terminal the last column is wrapped at the terminal's width, unless it would be too narrow", () => {
  const rows = [['a', 'one two three four five']];
  const head = ['NAME', 'WHAT'];
  expect(table(head, rows, 26)).toBe('NAME  WHAT\na     one two three four\n      five');
  expect(table(head, rows, 25)).toBe('NAME  WHAT\na     one two three four five');
});
