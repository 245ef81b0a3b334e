import { ifMatch, versionOf } from './scim-version.js';

it.each([
  [{ meta: { version: 'W/"a"' } }, '"b"', 'W/"a"'],
  [{ Meta: { Version: '"a"' } }, null, '"a"'],
  [{ meta: { version: 7 } }, '"b"', '"b"'],
  [{ meta: null }, '"b"', '"b"'],
  [{}, '"b"', '"b"'],
  [{}, null, undefined],
  [{ meta: { version: '' } }, '', undefined],
  [{ meta: { version: 'a\r\nX-Evil: 1' } }, null, undefined],
  [{ meta: { version: 'x'.repeat(201) } }, null, undefined],
])('reads from %j with ETag %s the version %s', (resource, etag, version) => {
  expect(versionOf(resource, etag)).toBe(version);
});

it.each([
  ['AS_RETURNED', 'W/"a"', 'W/"a"'],
  ['STRONG', 'W/"a"', '"a"'],
  ['STRONG', '"a"', undefined],
  ['ANY', '"a"', '*'],
  ['AS_RETURNED', undefined, undefined],
  ['STRONG', undefined, undefined],
  ['ANY', undefined, '*'],
] as const)('makes from the form %s and the version %s the value %s', (precondition, version, value) => {
  expect(ifMatch(precondition, version)).toBe(value);
});
