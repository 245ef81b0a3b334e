import { dueSince } from './due-since.js';

const NIGHTLY = '0 3 * * *';
const at = (day: number, hour: number, minute = 0, second = 0) => new Date(2026, 10, day, hour, minute, second);

describe('a nightly schedule', () => {
  it('is due at its minute', () => {
    expect(dueSince(NIGHTLY, at(1, 3), at(2, 3))).toEqual(at(2, 2, 59, 30));
  });

  it('is also due when the timer fires a moment early', () => {
    expect(dueSince(NIGHTLY, at(1, 3), new Date(at(2, 3).getTime() - 20))).toBeDefined();
  });

  it('is not due again if a run started a moment before the scheduled minute', () => {
    expect(dueSince(NIGHTLY, new Date(at(2, 3).getTime() - 20), at(2, 3, 1))).toBeUndefined();
  });

  it.each([
    ['a second later', at(2, 3, 0, 1)],
    ['in the afternoon', at(2, 15)],
    ['days later', at(9, 12)],
  ])('is still due %s if no worker ran at its minute', (_, now) => {
    expect(dueSince(NIGHTLY, at(1, 3), now)).toEqual(at(2, 2, 59, 30));
  });

  it('is not due before its minute', () => {
    expect(dueSince(NIGHTLY, at(1, 3), at(2, 2, 59))).toBeUndefined();
  });
});
