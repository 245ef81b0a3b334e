import { attribute, complex, type AttributeDefinition } from './attribute.js';

/** RFC 7643 §3.1 and §3: attributes of every resource, which no Schema resource lists. */
export const COMMON_ATTRIBUTES: readonly AttributeDefinition[] = [
  attribute('schemas', 'URIs of the schemas of the attributes present.', {
    type: 'reference',
    referenceTypes: ['uri'],
    multiValued: true,
    required: true,
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
  }),
  attribute('id', 'Unique identifier given by the service provider.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  attribute('externalId', 'Identifier given by the provisioning client.', { caseExact: true }),
  complex(
    'meta',
    'Metadata of the resource.',
    [
      attribute('resourceType', 'Name of the resource type.', { caseExact: true, mutability: 'readOnly' }),
      attribute('created', 'When the resource was added.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('lastModified', 'When the resource was last changed.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('location', 'URI of the resource.', {
        type: 'reference',
        referenceTypes: ['uri'],
        caseExact: true,
        mutability: 'readOnly',
      }),
      attribute('version', 'Version of the resource, the same as its ETag.', {
        caseExact: true,
        mutability: 'readOnly',
      }),
    ],
    { mutability: 'readOnly' },
  ),
];

/** RFC 7643 §2.4: the sub-attributes of most multi-valued attributes. */
export function plural(
  name: string,
  description: string,
  value: Partial<AttributeDefinition> = {},
  types: readonly string[] = [],
): AttributeDefinition {
  return complex(
    name,
    description,
    [
      attribute('value', 'The value.', value),
      attribute('display', 'Name for display.'),
      attribute('type', 'Label for the purpose of the value.', types.length > 0 ? { canonicalValues: types } : {}),
      attribute('primary', 'The preferred value; true for one at most.', { type: 'boolean' }),
    ],
    { multiValued: true },
  );
}
