import fc from 'fast-check';
import { finish } from '@rollcall/platform';
import { structureSteps } from './json-structure.js';

const hasMoreStructure = (text: string, most?: number): boolean => finish(structureSteps(text, most));

it('counts arrays, objects and commas, and nothing within strings', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(20), (text, most) => {
      let count = 0;
      const outside = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
      for (const character of outside) if ('[{,'.includes(character)) count += 1;
      expect(hasMoreStructure(text, most)).toBe(count > most);
    }),
  );
});

it('lets a hundred thousand members through, and refuses a million empty arrays', () => {
  const members = Array.from({ length: 100_000 }, (_, index) => ({ value: `id ${index}`, display: 'A, B [c] {d}' }));
  expect(hasMoreStructure(JSON.stringify({ members }))).toBe(false);
  expect(hasMoreStructure(`[${'[],'.repeat(1_000_000)}[]]`)).toBe(true);
});
