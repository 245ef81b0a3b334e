import { ifMatchHolds, ifNoneMatchHits, weakEtag } from './etag.js';

const etag = weakEtag(5);

test('RFC 7644 §3.14', () => {
  expect(etag).toBe('W/"5"');
});

test.each([
  ['W/"5"', true],
  ['"5"', true],
  ['*', true],
  ['W/"4", W/"5"', true],
  ['5', true],
  ['W/"55"', false],
  ['W/"4"', false],
  ['', false],
])('%j names it: %s', (header, expected) => {
  expect(ifMatchHolds(header, etag)).toBe(expected);
  expect(ifNoneMatchHits(header, etag)).toBe(expected);
});

test('without a header nothing stands in the way', () => {
  expect(ifMatchHolds(undefined, etag)).toBe(true);
  expect(ifNoneMatchHits(undefined, etag)).toBe(false);
});
