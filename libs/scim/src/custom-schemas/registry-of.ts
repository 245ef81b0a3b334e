import { SchemaRegistry } from '../protocol/index.js';
import type { ScimSchemaRow } from './scim-schema.row.js';

/** @throws ScimError 400 invalidValue when the schemas conflict with each other or with the built-in ones */
export function registryOf(
  rows: readonly Pick<ScimSchemaRow, 'id' | 'resource_type' | 'required' | 'name' | 'description' | 'attributes'>[],
): SchemaRegistry {
  return new SchemaRegistry(
    rows.map(({ id, resource_type, required, name, description, attributes }) => ({
      resourceType: resource_type,
      required,
      schema: { id, name, description, attributes },
    })),
  );
}
