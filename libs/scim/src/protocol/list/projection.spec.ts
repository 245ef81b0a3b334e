import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { ENTERPRISE_USER_SCHEMA as ENTERPRISE } from '../schemas/enterprise-user-schema.js';
import { USER_SCHEMA } from '../schemas/user-schema.js';
import { BADGE_SCHEMA, testRegistry } from '../testing/test-registry.js';
import { userArbitrary } from '../testing/user-arbitrary.js';
import { compileProjection, project } from './projection.js';

jest.setTimeout(60_000);

const schema = testRegistry().user;
const user: JsonObject = {
  schemas: [USER_SCHEMA, ENTERPRISE],
  id: '1',
  userName: 'ada',
  name: { givenName: 'Ada', familyName: 'L' },
  emails: [{ value: 'a@x', type: 'work' }, { type: 'home' }],
  [ENTERPRISE]: { department: 'D', manager: { value: 'm', displayName: 'M' } },
  'urn:other:1.0:User': { tag: 'x' },
  meta: { resourceType: 'User', version: 'W/"1"' },
};
const always = { schemas: user.schemas, id: '1' };

test.each<[attributes: string[], expected: JsonObject]>([
  [['userName'], { userName: 'ada' }],
  [['USERNAME', 'nosuch'], { userName: 'ada' }],
  [[`${USER_SCHEMA}:userName`], { userName: 'ada' }],
  [['name.givenName'], { name: { givenName: 'Ada' } }],
  [['emails.value'], { emails: [{ value: 'a@x' }] }],
  [['emails.display'], {}],
  [[`${ENTERPRISE}:manager.value`], { [ENTERPRISE]: { manager: { value: 'm' } } }],
  [[ENTERPRISE], { [ENTERPRISE]: user[ENTERPRISE] }],
  [['urn:other:1.0:user'], { 'urn:other:1.0:User': { tag: 'x' } }],
  [['meta.version', 'name', 'name.givenName'], { name: user.name, meta: { version: 'W/"1"' } }],
  [['password'], {}],
])('attributes=%s', (attributes, expected) => {
  expect(project(user, { attributes }, schema)).toEqual({ ...always, ...expected });
});

test.each<[excluded: string[], gone: string[]]>([
  [
    ['emails', 'NAME'],
    ['emails', 'name'],
  ],
  [['id', 'schemas'], []],
  [
    [ENTERPRISE, 'urn:other:1.0:User'],
    [ENTERPRISE, 'urn:other:1.0:User'],
  ],
])('excludedAttributes=%s', (excludedAttributes, gone) => {
  const expected = Object.fromEntries(Object.entries(user).filter(([name]) => !gone.includes(name)));
  expect(project(user, { excludedAttributes }, schema)).toEqual(expected);
});

test('excluded sub-attributes', () => {
  const projected = project(user, { excludedAttributes: ['emails.type', `${ENTERPRISE}:department`] }, schema);
  expect(projected.emails).toEqual([{ value: 'a@x' }]);
  expect(projected[ENTERPRISE]).toEqual({ manager: { value: 'm', displayName: 'M' } });
});

test('attributes returned on request are returned only then', () => {
  const resource = { ...user, [BADGE_SCHEMA]: { color: 'red', secret: 's' } };
  expect(project(resource, {}, schema)[BADGE_SCHEMA]).toEqual({ color: 'red' });
  expect(project(resource, { attributes: [BADGE_SCHEMA] }, schema)[BADGE_SCHEMA]).toEqual({ color: 'red' });
  expect(project(resource, { attributes: [`${BADGE_SCHEMA}:secret`] }, schema)[BADGE_SCHEMA]).toEqual({ secret: 's' });
});

test("includes says what needn't be loaded", () => {
  const includes = (selection: object, path: string) => compileProjection(selection, schema).includes(path);
  expect(includes({}, 'groups')).toBe(true);
  expect(includes({ excludedAttributes: ['groups'] }, 'groups')).toBe(false);
  expect(includes({ excludedAttributes: ['groups.display'] }, 'groups')).toBe(true);
  expect(includes({ excludedAttributes: ['groups.display'] }, 'groups.display')).toBe(false);
  expect(includes({ attributes: ['userName'] }, 'groups')).toBe(false);
  expect(includes({ attributes: ['groups.value'] }, 'groups')).toBe(true);
  expect(includes({ attributes: ['userName'] }, 'id')).toBe(true);
  expect(includes({}, 'password')).toBe(false);
  expect(includes({}, 'nosuch')).toBe(false);
});

/** Every simple value with its path. */
function leavesOf(value: Json | undefined, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => leavesOf(element, `${path}[]`));
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([name, member]) => leavesOf(member, `${path}/${name}`));
  return [`${path}=${JSON.stringify(value)}`];
}

test('laws: idempotent, a part of the whole, attributes and their exclusion make the whole', () => {
  const names = fc.subarray([
    'userName',
    'name.givenName',
    'emails',
    'emails.value',
    'active',
    ENTERPRISE,
    `${BADGE_SCHEMA}:tags`,
    'nosuch',
  ]);
  fc.assert(
    fc.property(userArbitrary, names, names, (resource, attributes, excludedAttributes) => {
      for (const selection of [{ attributes }, { excludedAttributes }, { attributes, excludedAttributes }]) {
        const projected = project(resource, selection, schema);
        expect(project(projected, selection, schema)).toEqual(projected);
        expect(leavesOf(resource)).toEqual(expect.arrayContaining(leavesOf(projected)));
      }
      const top = attributes.filter((name) => !name.includes('.') || name.startsWith('urn:'));
      const chosen = project(resource, { attributes: top }, schema);
      const others = project(resource, { excludedAttributes: top }, schema);
      expect(Object.keys({ ...chosen, ...others })).toHaveLength(Object.keys(project(resource, {}, schema)).length);
    }),
  );
});
