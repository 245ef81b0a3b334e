import { table } from './table.js';

test('columns line up, the last one is not padded', () => {
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
