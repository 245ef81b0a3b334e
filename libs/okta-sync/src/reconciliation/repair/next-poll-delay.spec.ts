import fc from 'fast-check';
import { nextPollDelay } from './next-poll-delay.js';

describe('the next look at work of others', () => {
  it('comes after half of what the rest will take', () => {
    expect(nextPollDelay({ done: 100, left: 300, inMs: 200 })).toBe(300);
  });

  it('comes sooner after a time too short to measure the pace', () => {
    expect(nextPollDelay({ done: 1, left: 1000, inMs: 60 })).toBe(240);
  });

  it('comes soon at first, and later and later while nothing moves', () => {
    expect(nextPollDelay({ done: Number.POSITIVE_INFINITY, left: 1000, inMs: 5 })).toBe(200);
    expect(nextPollDelay({ done: 0, left: 1000, inMs: 300 })).toBe(600);
    expect(nextPollDelay({ done: -3, left: 1000, inMs: 300 })).toBe(600);
  });

  it('comes after 200 ms to a second for any input, and no later for a smaller rest', () => {
    const natural = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 1_000_000 }), natural, natural, natural, (done, left, more, inMs) => {
        const look = nextPollDelay({ done, left, inMs });
        expect(look).toBeGreaterThanOrEqual(200);
        expect(look).toBeLessThanOrEqual(1_000);
        if (done > 0 && left > 0 && inMs > 0)
          expect(nextPollDelay({ done, left: left + more, inMs })).toBeGreaterThanOrEqual(look);
      }),
    );
  });
});
