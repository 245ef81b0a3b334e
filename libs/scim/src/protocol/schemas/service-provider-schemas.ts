import { attribute, complex, type AttributeDefinition, type SchemaDefinition } from './attribute.js';

export const SERVICE_PROVIDER_CONFIG_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';
export const RESOURCE_TYPE_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';
export const SCHEMA_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';

type Overrides = Parameters<typeof attribute>[2];

const told = (name: string, description: string, overrides: Overrides = {}) =>
  attribute(name, description, { mutability: 'readOnly', ...overrides });
const flag = (name: string, description: string) => told(name, description, { type: 'boolean', required: true });
const size = (name: string, description: string) => told(name, description, { type: 'integer' });
const uri = (name: string, description: string, overrides: Overrides = {}) =>
  told(name, description, { type: 'reference', referenceTypes: ['uri'], caseExact: true, ...overrides });
const part = (name: string, description: string, of: readonly AttributeDefinition[], overrides: Overrides = {}) =>
  complex(name, description, of, { mutability: 'readOnly', ...overrides });
const ability = (name: string, description: string, ...more: AttributeDefinition[]) =>
  part(name, description, [flag('supported', 'Is it supported?'), ...more], { required: true });

/** RFC 7643 §5, §8.7.2; pagination: RFC 9865 §4. */
export const serviceProviderConfigSchema: SchemaDefinition = {
  id: SERVICE_PROVIDER_CONFIG_SCHEMA,
  name: 'Service Provider Configuration',
  description: "Schema for representing the service provider's configuration",
  attributes: [
    uri('documentationUri', 'Documentation for people.', { referenceTypes: ['external'] }),
    ability('patch', 'PATCH.'),
    ability(
      'bulk',
      'Bulk requests.',
      size('maxOperations', 'Most operations in a request.'),
      size('maxPayloadSize', 'Most bytes of a request.'),
    ),
    ability('filter', 'Filters.', size('maxResults', 'Most resources in an answer.')),
    ability('changePassword', 'Changing passwords.'),
    ability('sort', 'Sorting.'),
    ability('etag', 'ETags.'),
    part(
      'pagination',
      'Paging; returned when attributes names it.',
      [
        flag('cursor', 'By cursor.'),
        flag('index', 'By index.'),
        told('defaultPaginationMethod', 'Used when the request names none.', { canonicalValues: ['cursor', 'index'] }),
        size('defaultPageSize', 'Resources in a page when the request has no count.'),
        size('maxPageSize', 'Most resources in a page.'),
        size('cursorTimeout', 'Seconds that a cursor lives.'),
      ],
      { returned: 'request' },
    ),
    part(
      'authenticationSchemes',
      'Ways to authenticate.',
      [
        told('type', 'Kind of scheme.', {
          required: true,
          canonicalValues: ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest'],
        }),
        told('name', 'Name.', { required: true }),
        told('description', 'Description.', { required: true }),
        uri('specUri', 'Its specification.', { referenceTypes: ['external'] }),
        uri('documentationUri', 'Its documentation.', { referenceTypes: ['external'] }),
        told('primary', 'The preferred one.', { type: 'boolean' }),
      ],
      { multiValued: true, required: true },
    ),
  ],
};

/** RFC 7643 §6, §8.7.2 */
export const resourceTypeSchema: SchemaDefinition = {
  id: RESOURCE_TYPE_SCHEMA,
  name: 'ResourceType',
  description: 'Specifies the schema that describes a SCIM resource type',
  attributes: [
    told('id', 'Identifier, the same as the name.'),
    told('name', 'Name.', { required: true }),
    told('description', 'Description.'),
    uri('endpoint', 'Endpoint, relative to the base URL.', { required: true }),
    uri('schema', 'URN of the core schema.', { required: true }),
    part(
      'schemaExtensions',
      'Extensions of the schema.',
      [uri('schema', 'URN of the extension.', { required: true }), flag('required', 'Must a resource have it?')],
      { multiValued: true, required: true },
    ),
  ],
};

const characteristics: readonly AttributeDefinition[] = [
  told('name', 'Name.', { required: true, caseExact: true }),
  told('type', 'Data type.', { required: true }),
  flag('multiValued', 'More than one value?'),
  told('description', 'Description.', { caseExact: true }),
  flag('required', 'Must it have a value?'),
  told('canonicalValues', 'Suggested values.', { multiValued: true, caseExact: true }),
  told('caseExact', 'Does letter case matter?', { type: 'boolean' }),
  told('mutability', 'When may it be written?', { caseExact: true }),
  told('returned', 'When is it returned?', { caseExact: true }),
  told('uniqueness', 'How unique are its values?', { caseExact: true }),
  told('referenceTypes', 'What a reference may refer to.', { multiValued: true, caseExact: true }),
];

/** RFC 7643 §7, §8.7.2 */
export const schemaSchema: SchemaDefinition = {
  id: SCHEMA_SCHEMA,
  name: 'Schema',
  description: 'Specifies the schema that describes a SCIM schema',
  attributes: [
    uri('id', 'URN of the schema.', { required: true }),
    told('name', 'Name.', { required: true }),
    told('description', 'Description.'),
    part(
      'attributes',
      'Attributes of the schema.',
      [
        ...characteristics,
        part('subAttributes', 'Sub-attributes of a complex attribute.', characteristics, { multiValued: true }),
      ],
      { multiValued: true, required: true },
    ),
  ],
};
