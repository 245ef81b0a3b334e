import { BADGE_SCHEMA, testRegistry } from '../testing/test-registry.js';
import { attribute, complex } from './attribute.js';
import { schemaResources, serviceProviderConfig, resourceTypeResources } from './discovery.js';
import { ENTERPRISE_USER_SCHEMA as ENTERPRISE } from './enterprise-user-schema.js';
import { SchemaRegistry } from './schema-registry.js';
import { USER_SCHEMA } from './user-schema.js';

const registry = testRegistry();

test.each([
  ['userName', 'userName'],
  ['USERNAME', 'userName'],
  [`${USER_SCHEMA}:userName`, 'userName'],
  [`${USER_SCHEMA.toUpperCase()}:NAME.givenname`, 'name.givenName'],
  ['emails.$ref', undefined],
  ['groups.$REF', 'groups.$ref'],
  ['x509certificates.value', 'x509Certificates.value'],
  ['externalid', 'externalId'],
  ['meta.lastmodified', 'meta.lastModified'],
  [`${ENTERPRISE}:manager.value`, `${ENTERPRISE}:manager.value`],
  [`${ENTERPRISE}.department`, `${ENTERPRISE}:department`],
  [ENTERPRISE.toLowerCase(), ENTERPRISE],
  [`${BADGE_SCHEMA}:doors.floor`, `${BADGE_SCHEMA}:doors.floor`],
  ['department', undefined],
  ['constructor', undefined],
  [`${USER_SCHEMA}:nosuch`, undefined],
])('%s resolves to %s', (path, canonical) => {
  expect(registry.user.resolve(path)?.path).toBe(canonical);
});

test('schemas of a resource are those whose attributes it has', () => {
  expect(registry.user.schemasOf({ userName: 'a' })).toEqual([USER_SCHEMA]);
  expect(registry.user.schemasOf({ userName: 'a', [ENTERPRISE]: {}, 'urn:kept:1': {} })).toEqual([
    USER_SCHEMA,
    ENTERPRISE,
    'urn:kept:1',
  ]);
});

test.each([
  ['no URN', { id: 'Badge', attributes: [] }],
  ['a URN that is taken', { id: ENTERPRISE.toUpperCase(), attributes: [] }],
  ['a name that no filter can hold', { id: 'urn:a:b', attributes: [attribute("x'y", '')] }],
  ['a name that every object has', { id: 'urn:a:b', attributes: [attribute('constructor', '')] }],
  ['complex in complex', { id: 'urn:a:b', attributes: [complex('x', '', [complex('y', '', [])])] }],
])('a custom schema with %s is refused', (_what, schema) => {
  expect(
    () => new SchemaRegistry([{ resourceType: 'User', schema: { name: 'x', description: '', ...schema } }]),
  ).toThrow(expect.objectContaining({ scimType: 'invalidValue' }));
});

test('one custom schema may extend users and groups, and is listed once', () => {
  const schema = { id: 'urn:both:1.0:Any', name: 'Both', description: '', attributes: [attribute('x', '')] };
  const both = new SchemaRegistry([
    { resourceType: 'User', schema },
    { resourceType: 'Group', schema },
  ]);
  expect(schemaResources(both, '').filter(({ id }) => id === schema.id)).toHaveLength(1);
});

test('discovery returns every characteristic of every attribute (RFC 7643 §7)', () => {
  const [user] = schemaResources(registry, 'https://x');
  expect(user).toMatchObject({
    id: USER_SCHEMA,
    name: 'User',
    meta: { resourceType: 'Schema', location: `https://x/Schemas/${USER_SCHEMA}` },
  });
  expect((user as { attributes: object[] }).attributes[0]).toEqual({
    name: 'userName',
    type: 'string',
    multiValued: false,
    description: 'Unique name that the user signs in with; letter case is ignored.',
    required: true,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'server',
  });
  expect(schemaResources(registry, '').map(({ id }) => id)).toEqual([
    USER_SCHEMA,
    'urn:ietf:params:scim:schemas:core:2.0:Group',
    ENTERPRISE,
    BADGE_SCHEMA,
    'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
    'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
    'urn:ietf:params:scim:schemas:core:2.0:Schema',
  ]);
});

test('a URN of protocol messages is no schema (RFC 7644 §3.1)', () => {
  const schema = { id: 'urn:ietf:params:SCIM:api:messages:2.0:Badge', name: 'x', description: '', attributes: [] };
  expect(() => new SchemaRegistry([{ resourceType: 'User', schema }])).toThrow(
    expect.objectContaining({ scimType: 'invalidValue', detail: expect.stringContaining('messages') }),
  );
});

test('resource types and abilities', () => {
  expect(resourceTypeResources(registry, 'https://x')[0]).toMatchObject({
    id: 'User',
    endpoint: '/Users',
    schema: USER_SCHEMA,
    schemaExtensions: [
      { schema: ENTERPRISE, required: false },
      { schema: BADGE_SCHEMA, required: false },
    ],
  });
  const abilities = {
    bulk: { maxOperations: 5, maxPayloadSize: 6 },
    filterMaxResults: 7,
    pagination: { defaultPageSize: 8, maxPageSize: 9 },
  };
  expect(serviceProviderConfig(abilities, 'https://x', { withPagination: true })).toMatchObject({
    bulk: { supported: true, maxOperations: 5, maxPayloadSize: 6 },
    filter: { supported: true, maxResults: 7 },
    pagination: { cursor: true, index: true, defaultPaginationMethod: 'index', defaultPageSize: 8, maxPageSize: 9 },
  });
});
