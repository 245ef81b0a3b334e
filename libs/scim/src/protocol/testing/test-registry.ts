import { attribute, complex } from '../schemas/attribute.js';
import { SchemaRegistry } from '../schemas/schema-registry.js';

export const BADGE_SCHEMA = 'urn:example:params:scim:schemas:extension:badge:2.0:User';

/** A registry with a custom extension that has every type and shape of attribute. */
export function testRegistry(): SchemaRegistry {
  return new SchemaRegistry([
    {
      resourceType: 'User',
      schema: {
        id: BADGE_SCHEMA,
        name: 'Badge',
        description: 'Badge of a user',
        attributes: [
          attribute('number', 'Number.', { type: 'integer' }),
          attribute('height', 'Height in metres.', { type: 'decimal' }),
          attribute('issued', 'When it was issued.', { type: 'dateTime' }),
          attribute('color', 'Color.', { caseExact: true }),
          attribute('tags', 'Tags.', { multiValued: true }),
          attribute('secret', 'Returned on request only.', { returned: 'request' }),
          attribute('serial', 'Serial number.', { mutability: 'immutable', caseExact: true }),
          complex(
            'doors',
            'Doors it opens.',
            [
              attribute('value', 'Door.', { caseExact: true }),
              attribute('floor', 'Floor.', { type: 'integer' }),
              attribute('locked', 'Locked at night?', { type: 'boolean' }),
            ],
            { multiValued: true },
          ),
        ],
      },
    },
  ]);
}
