import type { Json, JsonObject } from '../json.js';
import { ENTERPRISE_USER_SCHEMA as ENTERPRISE } from '../schemas/enterprise-user-schema.js';
import { SchemaRegistry } from '../schemas/schema-registry.js';
import { BADGE_SCHEMA, testRegistry } from '../testing/test-registry.js';
import { applyPatch } from './apply-patch.js';
import { parsePatchOp, PATCH_OP_SCHEMA } from './patch-operation.js';

const work = { value: 'ada@work', type: 'work', primary: true };
const home = { value: 'ada@home', type: 'home' };
const user: JsonObject = {
  userName: 'ada',
  active: true,
  title: 'Countess',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [work, home],
  [ENTERPRISE]: { department: 'Engines', manager: { value: 'm1', displayName: 'Charles' } },
  [BADGE_SCHEMA]: { serial: 'S1', tags: ['red'] },
  'urn:other:1.0:User': { tag: 'x' },
};

const patch = (...operations: Json[]) =>
  applyPatch(user, parsePatchOp({ schemas: [PATCH_OP_SCHEMA], Operations: operations }), testRegistry().user);

type Row = [what: string, operation: JsonObject, expected: JsonObject];

test.each<Row>([
  // RFC 7644 §3.5.2.1
  ['add without path', { op: 'add', value: { nickName: 'A', title: 'Lady' } }, { nickName: 'A', title: 'Lady' }],
  [
    'add to a complex attribute',
    { op: 'add', path: 'name', value: { middleName: 'K' } },
    { name: { givenName: 'Ada', familyName: 'Lovelace', middleName: 'K' } },
  ],
  ['add one value', { op: 'add', path: 'emails', value: { value: 'n@x' } }, { emails: [work, home, { value: 'n@x' }] }],
  [
    'add a value that is there',
    { op: 'add', path: 'emails', value: [{ value: 'ADA@home', type: 'home' }] },
    { emails: [work, { value: 'ADA@home', type: 'home' }] },
  ],
  [
    'add a primary value',
    { op: 'add', path: 'emails', value: [{ value: 'n@x', primary: 'True' }] },
    { emails: [{ ...work, primary: false }, home, { value: 'n@x', primary: true }] },
  ],
  ['add a bare value', { op: 'add', path: 'emails', value: 'n@x' }, { emails: [work, home, { value: 'n@x' }] }],
  [
    'add a first value',
    { op: 'add', path: 'phoneNumbers', value: [{ value: '1' }] },
    { phoneNumbers: [{ value: '1' }] },
  ],
  [
    'add to chosen values',
    { op: 'add', path: 'emails[type eq "home"]', value: { display: 'H' } },
    { emails: [work, { ...home, display: 'H' }] },
  ],
  [
    'add a simple value twice',
    { op: 'add', path: `${BADGE_SCHEMA}:tags`, value: ['RED', 'blue'] },
    { [BADGE_SCHEMA]: { serial: 'S1', tags: ['red', 'blue'] } },
  ],
  // §3.5.2.2
  ['remove an attribute', { op: 'remove', path: 'title' }, { title: undefined }],
  ['remove a sub-attribute', { op: 'remove', path: 'name.givenName' }, { name: { familyName: 'Lovelace' } }],
  ['remove all values', { op: 'remove', path: 'emails' }, { emails: undefined }],
  ['remove chosen values', { op: 'remove', path: 'emails[value co "@HOME"]' }, { emails: [work] }],
  ['remove the last values', { op: 'remove', path: 'emails[value pr]' }, { emails: undefined }],
  [
    'remove a sub-attribute of chosen values',
    { op: 'remove', path: 'emails[type eq "work"].primary' },
    { emails: [{ value: 'ada@work', type: 'work' }, home] },
  ],
  ['remove listed values', { op: 'remove', path: 'emails', value: [{ value: 'ADA@work' }] }, { emails: [home] }],
  ['remove an extension', { op: 'remove', path: ENTERPRISE }, { [ENTERPRISE]: undefined }],
  [
    'remove the last of an object',
    { op: 'remove', path: `${BADGE_SCHEMA}:tags[value eq "red"]` },
    { [BADGE_SCHEMA]: { serial: 'S1' } },
  ],
  // §3.5.2.3
  ['replace without path', { op: 'replace', value: { active: false } }, { active: false }],
  [
    'replace leaves sub-attributes not named',
    { op: 'replace', path: 'name', value: { familyName: 'King' } },
    { name: { givenName: 'Ada', familyName: 'King' } },
  ],
  ['replace all values', { op: 'replace', path: 'emails', value: [{ value: 'n@x' }] }, { emails: [{ value: 'n@x' }] }],
  ['replace a missing attribute', { op: 'replace', path: 'nickName', value: 'A' }, { nickName: 'A' }],
  [
    'replace chosen values',
    { op: 'replace', path: 'emails[type eq "work"]', value: { value: 'n@x' } },
    { emails: [{ ...work, value: 'n@x' }, home] },
  ],
  [
    'replace a sub-attribute of chosen values',
    { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
    {
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
  ],
  ['replace with null', { op: 'replace', value: { title: null, emails: [] } }, { title: undefined, emails: undefined }],
  [
    'replace a sub-attribute of every value',
    { op: 'replace', path: 'emails.display', value: 'A' },
    {
      emails: [
        { ...work, display: 'A' },
        { ...home, display: 'A' },
      ],
    },
  ],
  // Entra and Okta
  ['op in capitals', { op: 'REPLACE', path: 'Active', value: 'False' }, { active: false }],
  [
    'id in the value',
    { op: 'replace', value: { id: 'x', meta: {}, groups: [], schemas: [], title: 'T' } },
    { title: 'T' },
  ],
  [
    'a value for a type that is not there',
    { op: 'replace', path: 'emails[type eq "other"].value', value: 'o@x' },
    { emails: [work, home, { type: 'other', value: 'o@x' }] },
  ],
  [
    'a primary that is not there',
    { op: 'add', path: 'phoneNumbers[type eq "work" and primary eq true]', value: { value: '1' } },
    { phoneNumbers: [{ type: 'work', primary: true, value: '1' }] },
  ],
  [
    'paths as names',
    {
      op: 'add',
      value: { 'name.givenName': 'A', 'emails[type eq "work"].value': 'w@x', [`${ENTERPRISE}:department`]: 'D' },
    },
    {
      name: { givenName: 'A', familyName: 'Lovelace' },
      emails: [{ ...work, value: 'w@x' }, home],
      [ENTERPRISE]: { department: 'D', manager: { value: 'm1', displayName: 'Charles' } },
    },
  ],
  [
    'the manager as an id',
    { op: 'add', path: `${ENTERPRISE}:manager`, value: 'm2' },
    { [ENTERPRISE]: { department: 'Engines', manager: { value: 'm2', displayName: 'Charles' } } },
  ],
  [
    'single values wrapped in an array',
    {
      op: 'add',
      value: { title: [{ $ref: null, value: 'T' }], [`${ENTERPRISE}:manager`]: [{ $ref: null, value: 'm2' }] },
    },
    { title: 'T', [ENTERPRISE]: { department: 'Engines', manager: { value: 'm2', displayName: 'Charles' } } },
  ],
  [
    'an extension as an object',
    { op: 'replace', value: { [ENTERPRISE]: { department: 'D' } } },
    { [ENTERPRISE]: { department: 'D', manager: { value: 'm1', displayName: 'Charles' } } },
  ],
  ['an unknown attribute in a value', { op: 'add', value: { shoeSize: 4, title: 'T' } }, { title: 'T' }],
  // Extensions without a schema
  [
    'an attribute of a kept schema',
    { op: 'add', path: 'urn:other:1.0:User:tag', value: 'y' },
    { 'urn:other:1.0:User': { tag: 'y' } },
  ],
  [
    'a kept schema as an object',
    { op: 'add', value: { 'urn:other:1.0:User': { more: [1] } } },
    { 'urn:other:1.0:User': { tag: 'x', more: [1] } },
  ],
  ['the last of a kept schema', { op: 'remove', path: 'urn:other:1.0:User:tag' }, { 'urn:other:1.0:User': undefined }],
  ['a new kept schema', { op: 'add', path: 'urn:new:1.0:User:tag', value: 'y' }, { 'urn:new:1.0:User': { tag: 'y' } }],
])('%s', (_what, operation, expected) => {
  const { resource, changed } = patch(operation);
  const merged = { ...user, ...expected };
  expect(resource).toEqual(merged);
  expect(changed).toBe(true);
});

test.each<[string, JsonObject]>([
  ['add of an equal value', { op: 'add', path: 'title', value: 'Countess' }],
  ['add of null', { op: 'add', value: { title: null } }],
  ['add of null to a kept schema', { op: 'add', path: 'urn:other:1.0:User:tag', value: null }],
  [
    'replace by an equal list',
    { op: 'replace', path: 'emails', value: [{ type: 'work', primary: true, value: 'ada@work' }, home] },
  ],
  ['remove of an absent attribute', { op: 'remove', path: 'nickName' }],
  ['remove of an absent sub-attribute', { op: 'remove', path: 'name.middleName' }],
  ['remove of values that are not there', { op: 'remove', path: 'emails[type eq "other"]' }],
  ['remove of listed values that are not there', { op: 'remove', path: 'emails', value: [{ value: 'no' }] }],
  ['a password', { op: 'replace', path: 'password', value: 'secret' }],
  ['a password without path', { op: 'replace', value: { password: 'secret' } }],
  ['a user name in the same letters', { op: 'replace', path: 'userName', value: 'ada' }],
])('%s changes nothing', (_what, operation) => {
  const { resource, changed } = patch(operation);
  expect(changed).toBe(false);
  expect(resource).toBe(user);
});

test.each<[string, JsonObject]>([
  ['noTarget', { op: 'remove' }],
  ['noTarget', { op: 'replace', path: 'emails[type eq "other"]', value: { value: 'x' } }],
  ['noTarget', { op: 'replace', path: 'emails[value eq "no"].type', value: 'x' }],
  ['noTarget', { op: 'add', path: 'emails[type ne "work" and type ne "home"].value', value: 'x' }],
  ['invalidPath', { op: 'add', path: 'shoeSize', value: 4 }],
  ['invalidPath', { op: 'add', path: `${ENTERPRISE}:shoeSize`, value: 4 }],
  ['invalidPath', { op: 'add', path: 'emails[type eq "work"].shoeSize', value: 4 }],
  ['invalidPath', { op: 'add', path: 'title[value eq "x"]', value: 4 }],
  ['invalidPath', { op: 'add', path: 'emails[', value: 4 }],
  ['invalidPath', { op: 'add', path: 4, value: 4 }],
  ['invalidFilter', { op: 'remove', path: 'emails[shoeSize eq 4]' }],
  ['mutability', { op: 'replace', path: 'id', value: 'x' }],
  ['mutability', { op: 'add', path: 'groups', value: [{ value: 'g' }] }],
  ['mutability', { op: 'replace', path: 'meta.created', value: 'x' }],
  ['mutability', { op: 'remove', path: 'userName' }],
  ['mutability', { op: 'replace', value: { userName: null } }],
  ['mutability', { op: 'replace', path: `${BADGE_SCHEMA}:serial`, value: 'S2' }],
  ['invalidValue', { op: 'replace', path: 'userName', value: ' ' }],
  ['invalidValue', { op: 'replace', path: 'active', value: 'yes' }],
  ['invalidValue', { op: 'replace', path: 'title', value: ['a', 'b'] }],
  ['invalidValue', { op: 'replace', path: 'title', value: [{ value: ['a'] }] }],
  ['invalidValue', { op: 'replace', path: 'title' }],
  ['invalidValue', { op: 'add', path: 'urn:other:1.0:User:tag' }],
  ['invalidValue', { op: 'replace', path: 'urn:other:1.0:User:tag' }],
  ['invalidValue', { op: 'replace', path: 'urn:other:1.0:User' }],
  ['invalidValue', { op: 'replace', value: 'x' }],
  ['invalidValue', { op: 'replace', path: 'name', value: 'x' }],
  ['invalidValue', { op: 'add', path: 'title', value: 'a\0b' }],
  ['invalidValue', { op: 'add', path: 'userName', value: 'a'.repeat(513) }],
  ['invalidSyntax', { op: 'move', path: 'title' }],
  ['invalidSyntax', { path: 'title' }],
])('%s: %j', (scimType, operation) => {
  expect(() => patch({ op: 'replace', path: 'title', value: 'T' }, operation)).toThrow(
    expect.objectContaining({ status: 400, scimType }),
  );
  expect(user.title).toBe('Countess');
});

test.each([
  ['no object', null],
  ['empty schemas', { schemas: [], Operations: [{ op: 'remove', path: 'title' }] }],
  ['another schema', { schemas: ['urn:x'], Operations: [{ op: 'remove', path: 'title' }] }],
  ['no operations', { schemas: [PATCH_OP_SCHEMA], Operations: [] }],
  ['operations that are none', { schemas: [PATCH_OP_SCHEMA], Operations: ['x'] }],
])('a message with %s is invalidSyntax', (_what, body) => {
  expect(() => parsePatchOp(body)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidSyntax' }));
});

test('attributes of unknown schemas are refused where the registry says so', () => {
  const { user: strict } = new SchemaRegistry([], 'refuse');
  const operations = parsePatchOp({
    schemas: [PATCH_OP_SCHEMA],
    Operations: [{ op: 'add', path: 'urn:other:1.0:User:tag', value: 'y' }],
  });
  expect(() => applyPatch({ userName: 'a' }, operations, strict)).toThrow(
    expect.objectContaining({ scimType: 'invalidPath' }),
  );
});

test('there is an end to values and operations', () => {
  const add = (value: Json) => ({ op: 'add', path: 'emails', value });
  const many = Array.from({ length: 499 }, (_value, at) => ({ value: `v${at}` }));
  expect(() => patch(add(many))).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidValue' }));
  expect(() => patch(...Array.from({ length: 1001 }, () => add(work)))).toThrow(
    expect.objectContaining({ status: 413 }),
  );
});
