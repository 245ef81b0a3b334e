import type { SchemaDefinition } from './attribute.js';
import type { ResourceSchema, UnknownSchemas } from './resource-schema.js';

export interface CustomExtension {
  readonly resourceType: 'User' | 'Group';
  readonly schema: SchemaDefinition;
  readonly required?: boolean;
}

/** The schemas of one integration: the core ones, the enterprise extension, and custom extensions. Build once, keep. */
export class SchemaRegistry {
  readonly user!: ResourceSchema;
  readonly group!: ResourceSchema;

  constructor(_custom: readonly CustomExtension[] = [], _unknownSchemas: UnknownSchemas = 'keep') {}

  /** Every schema that GET /Schemas tells. */
  get schemas(): readonly SchemaDefinition[] {
    throw new Error('not written yet');
  }
}
