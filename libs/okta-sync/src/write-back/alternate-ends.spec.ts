import fc from 'fast-check';
import { alternateEnds } from './claim-prefetcher.js';

describe('alternateEnds', () => {
  it('begins with the last item and the first item', () => {
    expect(alternateEnds([1, 2, 3, 4, 5])).toEqual([5, 1, 4, 2, 3]);
    expect(alternateEnds([1])).toEqual([1]);
  });

  it('keeps every item, and puts at most 2n others before an item at distance n from an end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), (items) => {
        const mixed = alternateEnds(items);
        expect([...mixed].sort()).toEqual([...items].sort());
        items.forEach((item, index) => {
          const fromEnd = Math.min(index, items.length - 1 - index);
          expect(mixed.indexOf(item)).toBeLessThanOrEqual(2 * fromEnd + 1);
        });
      }),
    );
  });
});
