import { FARTHEST_MS } from '@rollcall/okta';
import fc from 'fast-check';
import { readRetryAfter } from './retry-after.js';

const NOW = Date.parse('2030-01-01T00:00:00Z');

it.each([
  ['120', NOW + 120_000],
  [' 0 ', NOW],
  ['Tue, 01 Jan 2030 00:01:00 GMT', NOW + 60_000],
  ['999999', NOW + FARTHEST_MS],
  ['Mon, 31 Dec 2029 00:00:00 GMT', undefined],
  ['-5', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('reads %s', (value, expected) => {
  expect(readRetryAfter(value, NOW)).toBe(expected);
});

it('is never in the past, and never further ahead than the limit', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.nat().map(String),
        fc.date({ noInvalidDate: true }).map((at) => at.toUTCString()),
      ),
      (value) => {
        const at = readRetryAfter(value, NOW) ?? NOW;
        expect(at).toBeGreaterThanOrEqual(NOW);
        expect(at).toBeLessThanOrEqual(NOW + FARTHEST_MS);
      },
    ),
  );
});
