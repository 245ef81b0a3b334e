import { attribute, complex, type SchemaDefinition } from './attribute.js';

export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** RFC 7643 §4.2, §8.7.1; members are users only: groups in groups are refused. */
export const groupSchema: SchemaDefinition = {
  id: GROUP_SCHEMA,
  name: 'Group',
  description: 'Group',
  attributes: [
    attribute('displayName', 'Name of the group.', { required: true, uniqueness: 'server' }),
    complex(
      'members',
      'Members of the group.',
      [
        attribute('value', 'Id of the member.', { caseExact: true, mutability: 'immutable' }),
        attribute('$ref', 'URI of the member.', {
          type: 'reference',
          referenceTypes: ['User'],
          caseExact: true,
          mutability: 'immutable',
        }),
        attribute('display', 'Name of the member.', { mutability: 'readOnly' }),
        attribute('type', 'Kind of member.', { canonicalValues: ['User'], mutability: 'immutable' }),
      ],
      { multiValued: true },
    ),
  ],
};
