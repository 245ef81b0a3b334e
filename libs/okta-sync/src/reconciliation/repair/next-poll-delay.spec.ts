import fc from 'fast-check';
import { nextPollDelay } from './next-poll-delay.js';

describe('the delay until the next poll', () => {
  it('is half of the estimated remaining time', () => {
    expect(nextPollDelay({ done: 100, left: 300, inMs: 200 })).toBe(300);
  });

  it('is at most four times the last interval, because a short interval is a poor estimate', () => {
    expect(nextPollDelay({ done: 1, left: 1000, inMs: 60 })).toBe(240);
  });

  it('is short at first, and grows while there is no progress', () => {
    expect(nextPollDelay({ done: Number.POSITIVE_INFINITY, left: 1000, inMs: 5 })).toBe(200);
    expect(nextPollDelay({ done: 0, left: 1000, inMs: 300 })).toBe(600);
    expect(nextPollDelay({ done: -3, left: 1000, inMs: 300 })).toBe(600);
  });

  it('is between 200 ms and a second for any input, and not longer if less work is left', () => {
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
