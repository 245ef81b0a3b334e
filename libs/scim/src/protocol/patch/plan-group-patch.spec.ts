import type { Json } from '../json.js';
import { attribute } from '../schemas/attribute.js';
import { SchemaRegistry } from '../schemas/schema-registry.js';
import { parsePatchOp, PATCH_OP_SCHEMA } from './patch-operation.js';
import { planGroupPatch } from './plan-group-patch.js';

const TEAM = 'urn:example:schemas:team:1.0:Group';
const { group } = new SchemaRegistry([
  {
    resourceType: 'Group',
    schema: { id: TEAM, name: 'Team', description: 'Team', attributes: [attribute('motto', 'Motto.')] },
  },
]);
const plan = (...operations: Json[]) =>
  planGroupPatch(parsePatchOp({ schemas: [PATCH_OP_SCHEMA], Operations: operations }), group);

test.each<[what: string, operations: Json[], steps: unknown[]]>([
  // What Okta's catalog apps send
  ['a push', [{ op: 'replace', value: { id: 'g1', displayName: 'Ops' } }], [{ kind: 'set', displayName: 'Ops' }]],
  [
    'removals and additions in one',
    [
      { op: 'remove', path: 'members[value eq "1"]' },
      { op: 'add', path: 'members', value: [{ value: '2', display: 'two' }, { value: '3' }] },
    ],
    [
      { kind: 'removeMembers', ids: ['1'] },
      { kind: 'addMembers', ids: ['2', '3'] },
    ],
  ],
  [
    'a full push',
    [{ op: 'replace', path: 'members', value: [{ value: '1' }] }],
    [{ kind: 'replaceMembers', ids: ['1'] }],
  ],
  [
    'a full push without path',
    [{ op: 'replace', value: { members: [{ value: '1' }] } }],
    [{ kind: 'replaceMembers', ids: ['1'] }],
  ],
  ['a push of an empty group', [{ op: 'replace', path: 'members', value: [] }], [{ kind: 'replaceMembers', ids: [] }]],
  [
    'a list to remove',
    [{ op: 'remove', path: 'members', value: [{ value: '1' }, { value: '2' }] }],
    [{ kind: 'removeMembers', ids: ['1', '2'] }],
  ],
  ['all to remove', [{ op: 'remove', path: 'members' }], [{ kind: 'replaceMembers', ids: [] }]],
  // Entra
  ['op in capitals', [{ op: 'Add', path: 'Members', value: [{ value: '1' }] }], [{ kind: 'addMembers', ids: ['1'] }]],
  ['a single member', [{ op: 'add', path: 'members', value: { value: '1' } }], [{ kind: 'addMembers', ids: ['1'] }]],
  ['externalId', [{ op: 'add', value: { externalId: 'e1' } }], [{ kind: 'set', externalId: 'e1' }]],
  ['externalId removed', [{ op: 'remove', path: 'externalId' }], [{ kind: 'set', externalId: null }]],
  // The rest of RFC 7644 §3.5.2
  [
    'single operations of one kind are joined, each id once',
    [
      { op: 'add', path: 'members', value: [{ value: '1' }] },
      { op: 'add', path: 'members', value: [{ value: '1' }, { value: '2' }] },
      { op: 'add', value: { members: ['3'] } },
      { op: 'remove', path: 'members[value eq "4" or value eq "5"]' },
    ],
    [
      { kind: 'addMembers', ids: ['1', '2', '3'] },
      { kind: 'removeMembers', ids: ['4', '5'] },
    ],
  ],
  [
    'the order of different kinds is kept',
    [
      { op: 'add', path: 'members', value: [{ value: '1' }] },
      { op: 'remove', path: 'members[value eq "1"]' },
      { op: 'add', path: 'members', value: [{ value: '1' }] },
    ],
    [
      { kind: 'addMembers', ids: ['1'] },
      { kind: 'removeMembers', ids: ['1'] },
      { kind: 'addMembers', ids: ['1'] },
    ],
  ],
  [
    'any other filter on members',
    [{ op: 'remove', path: 'members[display sw "a"]' }],
    [
      {
        kind: 'removeMembersWhere',
        filter: {
          kind: 'valuePath',
          path: 'members',
          filter: { kind: 'compare', path: 'display', operator: 'sw', value: 'a' },
        },
      },
    ],
  ],
  ['nothing to add', [{ op: 'add', path: 'members', value: [] }], []],
  ['nothing but readOnly attributes', [{ op: 'replace', value: { id: 'x', meta: {}, schemas: [] } }], []],
  [
    'an attribute of an extension',
    [
      { op: 'replace', path: `${TEAM}:motto`, value: 'm' },
      { op: 'add', value: { [TEAM]: { motto: 'n' }, displayName: 'Ops' } },
    ],
    [
      {
        kind: 'patch',
        operations: [
          { op: 'replace', path: { path: `${TEAM}:motto` }, value: 'm' },
          { op: 'add', value: { [TEAM]: { motto: 'n' } } },
        ],
      },
      { kind: 'set', displayName: 'Ops' },
    ],
  ],
])('%s', (_what, operations, steps) => {
  expect(plan(...operations)).toEqual(steps);
});

test.each<[string, Json, string?]>([
  ['noTarget', { op: 'remove' }],
  ['invalidPath', { op: 'add', path: 'shoeSize', value: 1 }],
  ['invalidFilter', { op: 'remove', path: 'members[shoeSize eq 1]' }],
  ['mutability', { op: 'remove', path: 'displayName' }],
  ['mutability', { op: 'replace', path: 'id', value: 'x' }],
  ['mutability', { op: 'replace', path: 'members[value eq "1"].display', value: 'x' }],
  ['mutability', { op: 'replace', path: 'members[value eq "1"]', value: { value: '2' } }],
  ['invalidValue', { op: 'replace', path: 'displayName', value: '' }],
  ['invalidValue', { op: 'replace', path: 'displayName', value: 5 }],
  ['invalidValue', { op: 'add', path: 'members' }],
  ['invalidValue', { op: 'add', path: 'members', value: [{ display: 'x' }] }],
  [
    'invalidValue',
    { op: 'add', path: 'members', value: [{ value: 'g2', type: 'Group' }] },
    'groups in groups are not supported',
  ],
  [
    'invalidValue',
    { op: 'add', path: 'members', value: [{ value: 'g2', $ref: 'https://x/scim/v2/i/Groups/g2' }] },
    'is a group',
  ],
  ['invalidValue', { op: 'replace', value: 'x' }],
])('%s: %j', (scimType, operation, detail = '') => {
  expect(() => plan(operation)).toThrow(
    expect.objectContaining({ status: 400, scimType, detail: expect.stringContaining(detail) }),
  );
});
