import fc from 'fast-check';
import { capExceeded, safetyCap } from './safety-cap.js';

describe('the safety cap', () => {
  it.each([
    [0, 0.2, 10],
    [49, 0.2, 10],
    [100, 0.2, 20],
    [50_000, 0.2, 10_000],
    [1_000, 0, 0],
    [0, 0, 0],
    [1_000, 0.001, 10],
    [1_000, 1, 1_000],
  ])('for %i registered people and a ratio of %d is %i', (registered, ratio, cap) => {
    expect(safetyCap(registered, ratio)).toBe(cap);
  });

  it('never falls when more people are registered', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (registered, more, ratio) => {
          expect(safetyCap(registered + more, ratio)).toBeGreaterThanOrEqual(safetyCap(registered, ratio));
        },
      ),
    );
  });

  it('says what an administrator must do when it is exceeded', () => {
    expect(capExceeded(20, 100, 0.2)).toMatch(/^SAFETY_CAP: more than 20 people .* 20 %/);
  });
});
