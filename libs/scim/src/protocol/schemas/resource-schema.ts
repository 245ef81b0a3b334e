import type { AttributeDefinition, SchemaDefinition } from './attribute.js';

/** An attribute in its place. */
export interface Attribute extends AttributeDefinition {
  /** Canonical spelling: `emails.value`, `urn:…:enterprise:2.0:User:department`. */
  readonly path: string;
  /** Where the value lives in a resource: `['emails', 'value']`, `['urn:…:User', 'department']`. */
  readonly keys: readonly string[];
  readonly parent: Attribute | undefined;
  /** Keyed by name in lower case; empty unless complex. */
  readonly children: ReadonlyMap<string, Attribute>;
}

/** What happens to attributes of a schema that the resource type doesn't know. */
export type UnknownSchemas = 'keep' | 'ignore' | 'refuse';

export interface SchemaExtension {
  readonly schema: SchemaDefinition;
  readonly required: boolean;
}

/** All that is known of one resource type: its core schema, extensions and the common attributes. */
export class ResourceSchema {
  constructor(
    readonly name: 'User' | 'Group',
    readonly endpoint: '/Users' | '/Groups',
    readonly core: SchemaDefinition,
    readonly extensions: readonly SchemaExtension[],
    readonly unknownSchemas: UnknownSchemas,
  ) {}

  /** The attribute, or the whole extension, that a path means, in any letter case, with or without URN; undefined when unknown. */
  resolve(_path: string): Attribute | undefined {
    throw new Error('not written yet');
  }

  /** Value of `schemas` for a resource: the core URN and those of the extensions it holds. */
  schemasOf(_resource: object): string[] {
    throw new Error('not written yet');
  }
}
