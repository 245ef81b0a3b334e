import fc from 'fast-check';
import { hostileText, mutated } from './hostile-text.js';

const ATTRIBUTES = [
  'userName',
  'id',
  'externalId',
  'active',
  'displayName',
  'name.familyName',
  'name',
  'emails',
  'emails.value',
  'emails[type eq "work"].value',
  'meta.lastModified',
  'meta.version',
  'groups.value',
  'members',
  'members.value',
  'schemas',
  'password',
  'urn:ietf:params:scim:schemas:core:2.0:User:userName',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  'nonsense',
];
export const attributePath = fc.constantFrom(...ATTRIBUTES);

const operand = fc.oneof(
  fc.constantFrom(
    'true',
    'false',
    'null',
    '0',
    '-1',
    '1.5',
    '"2026-01-01T00:00:00Z"',
    '"0198c0de-0000-7000-8000-000000000000"',
  ),
  hostileText.map((text) => JSON.stringify(text)),
);

const comparison = fc.oneof(
  fc
    .tuple(attributePath, fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'EQ', 'xx'), operand)
    .map((parts) => [...parts]),
  attributePath.map((path) => [path, 'pr']),
);

/** Filters as the grammar of RFC 7644 §3.4.2.2 defines them, as lists of tokens. */
const { filterTokens } = fc.letrec<{ filterTokens: string[] }>((tie) => ({
  filterTokens: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc
      .tuple(tie('filterTokens'), fc.constantFrom('and', 'or'), tie('filterTokens'))
      .map(([left, operator, right]) => [...left, operator, ...right]),
    fc.tuple(fc.constantFrom('(', 'not ('), tie('filterTokens')).map(([open, inner]) => [open, ...inner, ')']),
    fc.tuple(fc.constantFrom('emails[', 'members['), tie('filterTokens')).map(([open, inner]) => [open, ...inner, ']']),
  ),
}));
export const filter = mutated(filterTokens);

export const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  hostileText,
  fc.constantFrom(true, false, null, -0, 1e308, [], {}, [[]]),
  fc.record({
    value: hostileText,
    type: fc.constantFrom('work', 'home', 1),
    primary: fc.constantFrom(true, 'true', null),
  }),
);

const path = fc.oneof(
  attributePath,
  filter.map((text) => `emails[${text}].value`),
  filter.map((text) => `members[${text}]`),
  hostileText,
);

const patchOperation = fc.record(
  {
    op: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('add', 'replace', 'remove') },
      { weight: 1, arbitrary: fc.constantFrom('Add', 'REPLACE', 'move', '', 1, null) },
    ),
    path: fc.oneof({ weight: 4, arbitrary: path }, { weight: 1, arbitrary: json }),
    value: json,
  },
  { requiredKeys: ['op'] },
);

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const patchBody = fc
  .record(
    {
      schemas: fc.oneof({ weight: 6, arbitrary: fc.constant([PATCH]) }, { weight: 1, arbitrary: json }),
      Operations: fc.oneof(
        { weight: 6, arbitrary: fc.array(patchOperation, { maxLength: 6 }) },
        { weight: 1, arbitrary: json },
      ),
    },
    { requiredKeys: [] },
  )
  .map((body) => JSON.stringify(body));

/** A resource whose members have any values. About half of the resources are valid. */
export const resourceBody = fc
  .tuple(fc.uuid(), fc.dictionary(fc.oneof(attributePath, hostileText), json, { maxKeys: 8 }), fc.boolean())
  .map(([name, members, named]) => {
    const given = named ? { userName: `fuzz-${name}`, displayName: `fuzz-${name}` } : {};
    return JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], ...members, ...given });
  });

const bulkOperation = fc.record(
  {
    method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'post', ''),
    path: fc.oneof(
      fc.constantFrom('/Users', '/Groups', '/Users/bulkId:a', '/Bulk', '/Users/0198c0de-0000-7000-8000-000000000000'),
      hostileText,
    ),
    bulkId: fc.oneof(fc.constantFrom('a', 'b'), hostileText),
    data: json,
    version: hostileText,
  },
  { requiredKeys: [] },
);
export const bulkBody = fc
  .record(
    {
      schemas: fc.constant(['urn:ietf:params:scim:api:messages:2.0:BulkRequest']),
      failOnErrors: fc.constantFrom(1, 0, -1, 'x', null),
      Operations: fc.oneof(
        { weight: 6, arbitrary: fc.array(bulkOperation, { maxLength: 5 }) },
        { weight: 1, arbitrary: json },
      ),
    },
    { requiredKeys: ['schemas'] },
  )
  .map((body) => JSON.stringify(body));
