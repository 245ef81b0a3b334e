import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import { anyFilter } from '../testing/filter-arbitraries.js';
import { parseFilter, parsePatchPath } from './parse-filter.js';
import { printFilter, printPatchPath } from './print-filter.js';

jest.setTimeout(60_000);

const refusal = (text: string): ScimError => {
  try {
    parseFilter(text);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error(`"${text}" was read`);
};

test('any tree printed and parsed is the same tree', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => expect(parseFilter(printFilter(filter))).toEqual(filter)),
    { numRuns: 500 },
  );
});

test('any path printed and parsed is the same path', () => {
  const path = fc.record(
    {
      path: fc.constantFrom('emails', 'urn:a:b:1.0:c:d'),
      filter: anyFilter.filter(withoutValuePath),
      subAttribute: fc.constant('value'),
    },
    { requiredKeys: ['path', 'filter'] },
  );
  fc.assert(fc.property(path, (patchPath) => expect(parsePatchPath(printPatchPath(patchPath))).toEqual(patchPath)));
});

const withoutValuePath = (filter: unknown): boolean => !JSON.stringify(filter).includes('valuePath');

test('no text makes the parser throw anything but invalidFilter or invalidPath', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '.',
      ' ',
      'not ',
      'and ',
      ' or ',
      'userName',
      ' eq ',
      ' pr',
      '"a"',
      '"',
      '\\',
      'true',
      '1',
      '-',
      'e',
      'urn:',
      ':',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (source) => {
      for (const [parse, scimType] of [
        [parseFilter, 'invalidFilter'],
        [parsePatchPath, 'invalidPath'],
      ] as const) {
        try {
          parse(source);
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
          expect(error).toMatchObject({ status: 400, scimType });
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('and binds tighter than or, and not stands before parentheses', () => {
  expect(parseFilter('a pr or b pr and not (c pr)')).toEqual({
    kind: 'or',
    operands: [
      { kind: 'present', path: 'a' },
      {
        kind: 'and',
        operands: [
          { kind: 'present', path: 'b' },
          { kind: 'not', operand: { kind: 'present', path: 'c' } },
        ],
      },
    ],
  });
});

test.each([
  ['userName EQ "a"', 'userName eq "a"'],
  ['  userName   eq\t"a"  ', 'userName eq "a"'],
  ['a pr AND b pr Or c pr', 'a pr and b pr or c pr'],
  ['NOT(a pr)', 'not (a pr)'],
  ['active eq True', 'active eq true'],
  ['title eq NULL', 'title eq null'],
  ['n eq -1.50e2', 'n eq -150'],
  ['userName eq "a\\"b\\u0041\\\\"', 'userName eq "a\\"bA\\\\"'],
  ['emails[type eq "work"].value co "@x"', 'emails[type eq "work" and value co "@x"]'],
  ['emails[type eq "work" and primary eq true].value pr', 'emails[type eq "work" and primary eq true and value pr]'],
  ['not eq "a"', 'not eq "a"'],
  ['((a pr))', 'a pr'],
])('%s reads as %s', (text, printed) => {
  expect(printFilter(parseFilter(text))).toBe(printed);
});

test.each([
  ['', 1],
  ['userName', 9],
  ['userName eq', 12],
  ['userName xx "a"', 10],
  ['userName = "a"', 10],
  ['userName eq a', 13],
  ['userName eq "a', 13],
  ["userName eq 'a'", 13],
  ['userName eq "\\x"', 13],
  ['userName eq "a" and', 20],
  ['userName eq "a" userName pr', 17],
  ['(userName pr', 13],
  ['userName pr)', 12],
  ['emails[type pr', 15],
  ['emails[type pr].', 17],
  ['emails[a[b pr]]', 8],
  ['not userName pr', 5],
  ['a.b.c pr', 1],
  ['a..b pr', 1],
  ['x:a pr', 1],
  ['n eq 1e999', 6],
  ['userName eq "\\u0000"', 13],
  ['userName eq "\\ud800"', 13],
])('%j is invalidFilter at position %d', (text, position) => {
  expect(refusal(text).scimType).toBe('invalidFilter');
  expect(refusal(text).detail).toContain(`at position ${position}:`);
});

test('length and depth are bounded', () => {
  expect(refusal(`userName eq "${'a'.repeat(8192)}"`).detail).toContain('more than 8192 characters');
  expect(refusal('('.repeat(4000)).detail).toContain('nested deeper than 32');
  expect(refusal('not ('.repeat(1600)).detail).toContain('nested deeper than 32');
});

test.each([
  ['members', { path: 'members' }],
  [
    'members[value eq "1"]',
    { path: 'members', filter: { kind: 'compare', path: 'value', operator: 'eq', value: '1' } },
  ],
  ['urn:a:2.0:User:manager.displayName', { path: 'urn:a:2.0:User:manager.displayName' }],
])('path %s', (text, path) => {
  expect(parsePatchPath(text)).toEqual(path);
});

test.each(['', 'emails[', 'emails[type eq "work"]value', 'emails[type eq "work"].', 'emails eq "a"', 'emails]', '1a'])(
  'path %j is invalidPath',
  (text) => {
    expect(() => parsePatchPath(text)).toThrow(expect.objectContaining({ scimType: 'invalidPath' }));
  },
);
