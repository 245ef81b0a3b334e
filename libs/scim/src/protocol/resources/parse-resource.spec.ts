import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import type { Json, JsonObject } from '../json.js';
import { attribute } from '../schemas/attribute.js';
import { ENTERPRISE_USER_SCHEMA as ENTERPRISE } from '../schemas/enterprise-user-schema.js';
import { GROUP_SCHEMA } from '../schemas/group-schema.js';
import { SchemaRegistry } from '../schemas/schema-registry.js';
import { USER_SCHEMA } from '../schemas/user-schema.js';
import { BADGE_SCHEMA, testRegistry } from '../testing/test-registry.js';
import { userArbitrary } from '../testing/user-arbitrary.js';
import { parseGroupResource, parseUserResource } from './parse-resource.js';

jest.setTimeout(60_000);

const registry = testRegistry();
const parseUser = (attributes: JsonObject) =>
  parseUserResource({ schemas: [USER_SCHEMA], userName: 'ada', ...attributes }, registry.user);
const parseGroup = (attributes: JsonObject) =>
  parseGroupResource({ schemas: [GROUP_SCHEMA], displayName: 'Ops', ...attributes }, registry.group);

test("Okta's create: readOnly groups and the random password are dropped, the rest is kept", () => {
  const rest = {
    userName: 'ada@example.com',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ primary: true, value: 'ada@example.com', type: 'work' }],
    displayName: 'Ada Lovelace',
    locale: 'en-US',
    externalId: '00ujl29u0le5T6Aj10h7',
    active: true,
  };
  const body = { schemas: [USER_SCHEMA, ENTERPRISE], ...rest, groups: [], password: '1mz050nq' };
  expect(parseUserResource(body, registry.user)).toEqual(rest);
});

test('a PUT that echoes a GET carries nothing that is readOnly', () => {
  const body = { id: 'x', meta: { version: 'W/"1"' }, groups: [{ value: 'g' }], schemas: ['x'], title: 'T' };
  expect(parseUser({ ...body, schemas: [USER_SCHEMA] })).toEqual({ userName: 'ada', title: 'T' });
});

test.each<[what: string, sent: JsonObject, kept: JsonObject]>([
  [
    'names in any letter case',
    { USERNAME: 'ada', NickName: 'A', NAME: { GIVENname: 'Ada' } },
    { nickName: 'A', name: { givenName: 'Ada' } },
  ],
  [
    'null, [] and {} are unassigned',
    { title: null, emails: [], name: {}, phoneNumbers: [null, {}], addresses: [{ type: null }] },
    {},
  ],
  [
    'booleans as text',
    { active: 'False', emails: [{ value: 'a', primary: 'True' }] },
    { active: false, emails: [{ value: 'a', primary: true }] },
  ],
  ['one value without an array', { emails: { value: 'a' } }, { emails: [{ value: 'a' }] }],
  [
    'bare values',
    { emails: ['a'], [ENTERPRISE]: { manager: 'm' } },
    { emails: [{ value: 'a' }], [ENTERPRISE]: { manager: { value: 'm' } } },
  ],
  [
    'one primary at most',
    {
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: true },
      ],
    },
    {
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: false },
      ],
    },
  ],
  [
    'unknown attributes are ignored',
    { shoeSize: 4, name: { givenName: 'A', petName: 'x' } },
    { name: { givenName: 'A' } },
  ],
  [
    'an extension in other letters',
    { [ENTERPRISE.toUpperCase()]: { DEPARTMENT: 'D' } },
    { [ENTERPRISE]: { department: 'D' } },
  ],
  [
    'unknown schemas are kept',
    { 'urn:x:1.0:User': { a: [{ b: null }] }, 'urn:y:1.0:User': {} },
    { 'urn:x:1.0:User': { a: [{ b: null }] } },
  ],
  [
    'every type',
    { [BADGE_SCHEMA]: { number: 7, height: 1.5, issued: '2026-01-31T08:00:00', tags: ['a'] } },
    { [BADGE_SCHEMA]: { number: 7, height: 1.5, issued: '2026-01-31T08:00:00Z', tags: ['a'] } },
  ],
])('%s', (_what, sent, kept) => {
  expect(parseUser(sent)).toEqual({ userName: 'ada', ...kept });
});

test.each<[JsonObject, string]>([
  [{ userName: undefined }, '"userName" is required'],
  [{ userName: '' }, '"userName" is required'],
  [{ userName: '  ' }, '"userName" is required'],
  [{ userName: 5 }, '"userName" must be a string, not number'],
  [{ active: 'maybe' }, '"active" must be true or false'],
  [{ active: 1 }, '"active" must be true or false'],
  [{ name: 'Ada' }, '"name" must be an object, not string'],
  [{ emails: [{ value: ['a'] }] }, '"emails.value" must be a string, not an array'],
  [{ title: {} }, '"title" must be a string, not an object'],
  [{ title: 'a\0' }, "a character that can't be stored"],
  [{ title: '\ud800' }, "a character that can't be stored"],
  [{ title: 'a'.repeat(16_385) }, 'longer than 16384'],
  [{ userName: 'a'.repeat(513) }, 'longer than 512'],
  [{ emails: Array.from({ length: 501 }, () => ({ value: 'a' })) }, 'more than 500 values'],
  [{ [BADGE_SCHEMA]: { number: 1.5 } }, 'a whole number'],
  [{ [BADGE_SCHEMA]: { height: Number.POSITIVE_INFINITY } }, 'a number'],
  [{ [BADGE_SCHEMA]: { issued: '2026-02-30T00:00:00Z' } }, 'a dateTime'],
  [{ 'urn:x': 'text' }, 'must be an object with the attributes of that schema'],
  [{ 'urn:x': { a: '\0' } }, "can't be stored"],
  [{ 'urn:x': { a: [[[[[[[[[1]]]]]]]]] } }, 'nested too deep'],
])('%j is invalidValue', (attributes, detail) => {
  expect(() => parseUser(attributes)).toThrow(
    expect.objectContaining({ status: 400, scimType: 'invalidValue', detail: expect.stringContaining(detail) }),
  );
});

test('without schemas the endpoint says what the body is', () =>
  expect(parseUserResource({ userName: 'ada' }, registry.user)).toEqual({ userName: 'ada' }));

test.each<Json>([
  null,
  [],
  'x',
  { schemas: [], userName: 'ada' },
  { schemas: USER_SCHEMA, userName: 'ada' },
  { schemas: [ENTERPRISE], userName: 'ada' },
])('%j has no schemas of a user: invalidSyntax', (body) => {
  expect(() => parseUserResource(body, registry.user)).toThrow(
    expect.objectContaining({ status: 400, scimType: 'invalidSyntax' }),
  );
});

test('unknown schemas are refused or ignored where the registry says so', () => {
  const body = { schemas: [USER_SCHEMA], userName: 'ada', 'urn:x:1.0:User': { a: 1 } };
  expect(() => parseUserResource(body, new SchemaRegistry([], 'refuse').user)).toThrow(
    'The schema "urn:x:1.0:User" is unknown.',
  );
  expect(parseUserResource(body, new SchemaRegistry([], 'ignore').user)).toEqual({ userName: 'ada' });
});

test('a required extension and its required attributes must be there', () => {
  const schema = {
    id: 'urn:must:1.0:User',
    name: 'Must',
    description: '',
    attributes: [attribute('code', '', { required: true })],
  };
  const { user } = new SchemaRegistry([{ resourceType: 'User', schema, required: true }]);
  const parse = (more: JsonObject) => parseUserResource({ schemas: [USER_SCHEMA], userName: 'a', ...more }, user);
  expect(() => parse({})).toThrow('The schema "urn:must:1.0:User" is required.');
  expect(() => parse({ [schema.id]: { other: 1 } })).toThrow('is required');
  expect(parse({ [schema.id]: { code: 'c' } })).toEqual({ userName: 'a', [schema.id]: { code: 'c' } });
});

test.each<[JsonObject, Omit<ReturnType<typeof parseGroup>, 'displayName'>]>([
  [{}, { attributes: {} }],
  [{ members: [] }, { members: [], attributes: {} }],
  [
    { members: null, id: 'x' },
    { members: [], attributes: {} },
  ],
  [
    {
      Members: [
        { value: '1', display: 'one', $ref: 'https://x/Users/1' },
        { value: '1' },
        { value: '2', type: 'User' },
      ],
    },
    { members: ['1', '2'], attributes: {} },
  ],
  [
    { externalId: 'e', 'urn:x:1.0:Group': { a: 1 } },
    { externalId: 'e', attributes: { 'urn:x:1.0:Group': { a: 1 } } },
  ],
])('group %j', (sent, kept) => {
  expect(parseGroup(sent)).toEqual({ displayName: 'Ops', ...kept });
});

test.each<[JsonObject, string]>([
  [{ displayName: '' }, '"displayName" is required'],
  [{ members: [{ display: 'x' }] }, 'the id of a user in "value"'],
  [{ members: [{ value: 5 }] }, 'the id of a user in "value"'],
  [{ members: [{ value: 'g', type: 'Group' }] }, 'groups in groups are not supported'],
])('group %j is invalidValue', (sent, detail) => {
  expect(() => parseGroup(sent)).toThrow(
    expect.objectContaining({ status: 400, scimType: 'invalidValue', detail: expect.stringContaining(detail) }),
  );
});

test('what was accepted reads the same again', () => {
  fc.assert(fc.property(userArbitrary, (user) => expect(parseUser(user)).toEqual(user)));
});

test('no body makes it throw anything but a ScimError', () => {
  const names = fc.constantFrom(
    'userName',
    'name',
    'emails',
    'active',
    'groups',
    '__proto__',
    'constructor',
    ENTERPRISE,
    BADGE_SCHEMA,
    'urn:x',
    'meta',
  );
  const body = fc.dictionary(fc.oneof(names, fc.string()), fc.jsonValue({ noUnicodeString: false } as object));
  fc.assert(
    fc.property(body, (attributes) => {
      try {
        parseUser(attributes as JsonObject);
      } catch (error) {
        expect(error).toBeInstanceOf(ScimError);
      }
    }),
  );
});
