import { attribute, complex } from '../schemas/attribute.js';
import { SchemaRegistry } from '../schemas/schema-registry.js';

export const ASSET_SCHEMA = 'urn:example:params:scim:schemas:extension:asset:2.0:User';

/** A registry with a custom extension of users and groups whose attributes are immutable or required, single-valued and multi-valued. */
export function guardedRegistry(): SchemaRegistry {
  const schema = {
    id: ASSET_SCHEMA,
    name: 'Asset',
    description: 'What was handed out',
    attributes: [
      attribute('serial', 'Serial number.', { mutability: 'immutable' }),
      attribute('marks', 'Engraved marks.', { mutability: 'immutable', multiValued: true }),
      complex('origin', 'Where it is from.', [attribute('country', 'Country.')], { mutability: 'immutable' }),
      complex('seal', 'Seal.', [
        attribute('number', 'Number.', { mutability: 'immutable' }),
        attribute('note', 'Note.'),
      ]),
      attribute('codes', 'Codes.', { required: true, multiValued: true }),
      complex(
        'keys',
        'Keys.',
        [
          attribute('value', 'Name.'),
          attribute('cut', 'How it is cut.', { mutability: 'immutable' }),
          attribute('note', 'Note.'),
        ],
        { multiValued: true },
      ),
    ],
  };
  return new SchemaRegistry([
    { resourceType: 'User', schema },
    { resourceType: 'Group', schema },
  ]);
}
