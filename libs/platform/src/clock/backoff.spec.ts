import fc from 'fast-check';
import { backoffMs } from './backoff.js';

const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('backoff', () => {
  it('stays between half a second and fifteen minutes, whatever the number of attempts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), random, (attempts, r) => {
        expect(backoffMs(attempts, r)).toBeGreaterThanOrEqual(500);
        expect(backoffMs(attempts, r)).toBeLessThanOrEqual(15 * 60_000);
      }),
    );
  });

  it('does not wait less after more failed attempts, with the same random number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), random, (attempts, r) => {
        expect(backoffMs(attempts + 1, r)).toBeGreaterThanOrEqual(backoffMs(attempts, r));
      }),
    );
  });
});
