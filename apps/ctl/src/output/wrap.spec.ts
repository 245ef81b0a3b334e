import fc from 'fast-check';
import { styleText } from 'node:util';
import { wrap } from './wrap.js';

test('a line is not wrapped in a pipe', () => {
  expect(wrap('a '.repeat(200), 2, undefined)).toBe('a '.repeat(200));
});

test('a line is not broken at several spaces, and color sequences have no width', () => {
  expect(wrap('  FAIL     name  one two three', 17, 24)).toBe('  FAIL     name  one two\n                 three');
  const red = styleText('red', 'FAIL', { validateStream: false });
  expect(wrap(`${red}  one two`, 6, 13)).toBe(`${red}  one two`);
});

test('every line fits unless it is one word, and no word is lost', () => {
  const words = fc.array(fc.stringMatching(/^\w{1,30}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 10, max: 100 }), (some, indent, width) => {
      const lines = wrap(some.join(' '), indent, width).split('\n');
      expect(lines.join(' ').split(/ +/)).toEqual(some);
      for (const line of lines) expect(line.length <= width || !line.trim().includes(' ')).toBe(true);
    }),
  );
});
