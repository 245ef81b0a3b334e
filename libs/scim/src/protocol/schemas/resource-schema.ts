import type { AttributeDefinition, SchemaDefinition } from './attribute.js';
import { complex } from './attribute.js';
import { COMMON_ATTRIBUTES } from './common-attributes.js';

/** An attribute with its position in the resource. A whole extension is a singular complex attribute named by its URN. */
export interface Attribute extends AttributeDefinition {
  /** Canonical spelling: `emails.value`, `urn:…:enterprise:2.0:User:department`. */
  readonly path: string;
  /**
   * The attributes from the top of the resource to this one, such as `[emails, emails.value]`; their names are the keys that lead to the
   * value.
   */
  readonly chain: readonly Attribute[];
  readonly parent: Attribute | undefined;
  /** Keyed by name in lower case; empty unless complex. */
  readonly children: ReadonlyMap<string, Attribute>;
  /** Maximum length of a string, in UTF-16 code units. */
  readonly maxLength: number;
}

/** How to handle attributes of a schema that the resource type does not have. */
export type UnknownSchemas = 'keep' | 'ignore' | 'refuse';

export interface SchemaExtension {
  readonly schema: SchemaDefinition;
  readonly required: boolean;
}

const MESSAGES = 'urn:ietf:params:scim:api:';
const MAX_LENGTH = 16_384;
/** Fits an index entry of PostgreSQL (2704 bytes) with 4 bytes per character. */
const MAX_INDEXED_LENGTH = 512;
const INDEXED = new Set(['userName', 'externalId', 'displayName', 'emails.value']);

/** The attributes of one resource type: core schema, extensions and common attributes. */
export class ResourceSchema {
  /** Keyed by name in lower case; extensions by URN. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Immutable attributes, except those inside multi-valued attributes, which are added and removed with their values. */
  readonly immutable: readonly Attribute[];
  private readonly byPath = new Map<string, Attribute>();

  constructor(
    readonly name: 'User' | 'Group',
    readonly endpoint: '/Users' | '/Groups',
    readonly core: SchemaDefinition,
    readonly extensions: readonly SchemaExtension[],
    readonly unknownSchemas: UnknownSchemas,
    /** URNs (lower case) of schemas that belong to other resource types or messages. */
    private readonly foreign: ReadonlySet<string>,
  ) {
    const top = new Map<string, Attribute>();
    for (const definition of [...COMMON_ATTRIBUTES, ...core.attributes]) {
      const attribute = place(definition, undefined);
      top.set(definition.name.toLowerCase(), attribute);
      this.index(attribute, '');
      this.index(attribute, `${core.id.toLowerCase()}:`);
    }
    for (const { schema, required } of extensions) {
      const attribute = place(complex(schema.id, schema.description, schema.attributes, { required }), undefined);
      top.set(schema.id.toLowerCase(), attribute);
      this.index(attribute, '');
    }
    this.attributes = top;
    this.immutable = [...top.values()].flatMap(immutableIn);
  }

  /** The attribute or whole extension of a path (any letter case, with or without URN); undefined when unknown. */
  resolve(path: string): Attribute | undefined {
    return this.byPath.get(path.toLowerCase());
  }

  /** Does the URN belong to another resource type or to a message (RFC 7643 §6, RFC 7644 §3.1)? */
  isForeign(urn: string): boolean {
    const lower = urn.toLowerCase();
    return this.foreign.has(lower) || lower.startsWith(MESSAGES);
  }

  /** Value of `schemas` for a resource: the core URN and those of the extensions it holds. */
  schemasOf(resource: object): string[] {
    const schemas = [this.core.id];
    for (const key in resource) if (/^urn:/i.test(key)) schemas.push(key);
    return schemas;
  }

  private index(attribute: Attribute, prefix: string): void {
    this.byPath.set(prefix + attribute.path.toLowerCase(), attribute);
    for (const child of attribute.children.values()) {
      this.index(child, prefix);
      // Some clients separate an extension's URN and its attribute by a dot.
      if (isExtension(attribute)) this.byPath.set(`${attribute.path}.${child.name}`.toLowerCase(), child);
    }
  }
}

export function isExtension(attribute: Attribute): boolean {
  return attribute.parent === undefined && attribute.name.includes(':');
}

/** Unique names in any letter case (userName, displayName of a group) are compared by their nameKey (RFC 7644 §5). */
export function isUniqueName(attribute: Attribute): boolean {
  return attribute.uniqueness !== 'none' && !attribute.caseExact;
}

/** A resource's attribute or sub-attribute by name in any letter case. */
export function childOf(
  parent: { readonly children: ReadonlyMap<string, Attribute> },
  name: string,
): Attribute | undefined {
  return parent.children.get(name.toLowerCase());
}

function immutableIn(attribute: Attribute): Attribute[] {
  if (attribute.mutability === 'immutable') return [attribute];
  return attribute.multiValued ? [] : [...attribute.children.values()].flatMap(immutableIn);
}

function place(definition: AttributeDefinition, parent: Attribute | undefined): Attribute {
  const path = parent ? `${parent.path}${isExtension(parent) ? ':' : '.'}${definition.name}` : definition.name;
  const children = new Map<string, Attribute>();
  const chain: Attribute[] = parent ? [...parent.chain] : [];
  const maxLength = INDEXED.has(path) ? MAX_INDEXED_LENGTH : MAX_LENGTH;
  const attribute: Attribute = { ...definition, path, chain, parent, children, maxLength };
  chain.push(attribute);
  for (const sub of definition.subAttributes ?? []) children.set(sub.name.toLowerCase(), place(sub, attribute));
  return attribute;
}
