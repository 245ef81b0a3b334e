import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import { anyFilter, userFilter } from '../testing/filter-arbitraries.js';
import { BADGE_SCHEMA, testRegistry } from '../testing/test-registry.js';
import { userArbitrary } from '../testing/user-arbitrary.js';
import { matches } from './matches.js';
import { parseFilter } from './parse-filter.js';

jest.setTimeout(60_000);

const schema = testRegistry().user;
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user = {
  userName: 'Ada_L@x',
  externalId: '00uA',
  active: false,
  name: { familyName: 'Lovelace' },
  nickName: '',
  emails: [
    { value: 'ada@work', type: 'work', primary: true },
    { value: 'ada@home', type: 'home' },
  ],
  meta: { created: '2026-01-31T08:00:00.123Z' },
  [ENTERPRISE]: { department: 'Engines', manager: { value: 'Boss' } },
  [BADGE_SCHEMA]: { number: 7, tags: ['Red', 'blue'], doors: [{ value: 'D1', floor: 2 }] },
};
const holds = (text: string): boolean => matches(parseFilter(text), user, schema);

test.each([
  'userName eq "ada_l@X"',
  'USERNAME sw "ADA"',
  'urn:ietf:params:scim:schemas:core:2.0:User:userName ew "@x"',
  'userName co ""',
  'externalId eq "00uA"',
  'not (externalId eq "00ua")',
  'active eq false',
  'active eq "False"',
  'name.familyName gt "L"',
  'emails.value eq "ADA@home"',
  'emails co "@work"',
  'emails[type eq "work" and value co "@work"]',
  'emails[type eq "home"].value ew "home"',
  'not (emails[type eq "work" and value co "@home"])',
  'emails.type ne "work"',
  'emails[not (primary pr)]',
  'title ne "x"',
  'title eq null',
  'emails ne null and userName ne null',
  'not (title ne null)',
  'emails.display eq null',
  'not (title pr)',
  'not (nickName pr)',
  'emails pr and name pr',
  'phoneNumbers.value ne "1"',
  'meta.created eq "2026-01-31T09:00:00.123+01:00"',
  'meta.created gt "2026-01-31T08:00:00Z" and meta.created le "2026-01-31T08:00:00.1239Z"',
  `${ENTERPRISE}:department eq "engines"`,
  `${ENTERPRISE.toUpperCase()}:MANAGER.VALUE eq "Boss"`,
  `${ENTERPRISE}.department eq "engines"`,
  `${ENTERPRISE} pr`,
  `${BADGE_SCHEMA}:number ge 7`,
  `${BADGE_SCHEMA}:tags eq "RED"`,
  `${BADGE_SCHEMA}:tags[value eq "blue"]`,
  `${BADGE_SCHEMA}:doors[value eq "D1" and floor gt 1]`,
  'name[familyName eq "lovelace"]',
])('%s', (text) => {
  expect(holds(text)).toBe(true);
  expect(holds(`not (${text})`)).toBe(false);
});

test.each([
  ['foo eq "x"', 'Unknown attribute "foo" at position 1'],
  ['active eq true and urn:x:foo pr', 'Unknown attribute "urn:x:foo" at position 20'],
  ['emails[foo pr]', 'Unknown attribute "foo" at position 8'],
  ['active gt true', 'only by eq, ne'],
  ['active eq "yes"', 'true or false, not with "yes"'],
  ['userName eq 5', 'a string, not with 5'],
  ['userName gt null', 'null is compared by eq or ne'],
  ['meta.created gt "yesterday"', 'a dateTime'],
  ['meta.created co "2026"', 'only by eq, ne, gt'],
  ['x509Certificates.value gt "a"', 'of type binary'],
  [`${BADGE_SCHEMA}:number co "1"`, 'of type integer'],
  [`${BADGE_SCHEMA}:number eq "1"`, 'a number'],
  ['name eq "x"', 'is complex'],
  ['password eq "x"', "can't be filtered by"],
  ['userName[value eq "x"]', 'has no values'],
])('%s is invalidFilter', (text, detail) => {
  const error = expect.objectContaining({
    status: 400,
    scimType: 'invalidFilter',
    detail: expect.stringContaining(detail),
  });
  expect(() => holds(text)).toThrow(error);
});

test('a filter that fits the schema is evaluated, and its negation is the opposite', () => {
  fc.assert(
    fc.property(userFilter, userArbitrary, (filter, resource) => {
      expect(matches({ kind: 'not', operand: filter }, resource, schema)).toBe(!matches(filter, resource, schema));
    }),
    { numRuns: 1000 },
  );
});

test('any other filter is refused, or evaluated, but never fails otherwise', () => {
  fc.assert(
    fc.property(anyFilter, userArbitrary, (filter, resource) => {
      try {
        matches(filter, resource, schema);
      } catch (error) {
        expect(error).toBeInstanceOf(ScimError);
      }
    }),
  );
});
