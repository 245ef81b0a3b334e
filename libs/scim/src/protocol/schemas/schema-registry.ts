import { ScimError } from '../errors/scim-error.js';
import type { AttributeDefinition, SchemaDefinition } from './attribute.js';
import { enterpriseUserSchema } from './enterprise-user-schema.js';
import { groupSchema } from './group-schema.js';
import { ResourceSchema, type SchemaExtension, type UnknownSchemas } from './resource-schema.js';
import { RESOURCE_TYPE_SCHEMA, SCHEMA_SCHEMA, SERVICE_PROVIDER_CONFIG_SCHEMA } from './service-provider-schemas.js';
import { userSchema } from './user-schema.js';

export interface CustomExtension {
  readonly resourceType: 'User' | 'Group';
  readonly schema: SchemaDefinition;
  readonly required?: boolean;
}

const URN = /^urn:[A-Za-z0-9][A-Za-z0-9-]*(:[A-Za-z0-9_.-]+)+$/;
/** RFC 7644 §3.1: message schemas are never found at /Schemas. */
const MESSAGES = /^urn:ietf:params:scim:api:/i;
const DISCOVERY = [SERVICE_PROVIDER_CONFIG_SCHEMA, RESOURCE_TYPE_SCHEMA, SCHEMA_SCHEMA];
const NAME = /^[A-Za-z$][A-Za-z0-9_$-]*$/;

/** The schemas of one integration: the core ones, the enterprise extension, and custom extensions. Build once and reuse. */
export class SchemaRegistry {
  readonly user: ResourceSchema;
  readonly group: ResourceSchema;

  /** @throws ScimError 400 invalidValue when a custom schema has a name that filters cannot express, or an existing URN */
  constructor(custom: readonly CustomExtension[] = [], unknownSchemas: UnknownSchemas = 'keep') {
    const taken = new Set<string>();
    for (const { id } of [userSchema, groupSchema, enterpriseUserSchema])
      taken.add(`User ${id.toLowerCase()}`).add(`Group ${id.toLowerCase()}`);
    for (const { resourceType, schema } of custom) {
      const key = `${resourceType} ${schema.id.toLowerCase()}`;
      if (!URN.test(schema.id)) throw ScimError.invalidValue(`The schema id "${schema.id}" is not a URN.`);
      if (MESSAGES.test(schema.id))
        throw ScimError.invalidValue(`"${schema.id}" is a URN of protocol messages (RFC 7644 §3.1), not of a schema.`);
      if (taken.has(key)) throw ScimError.invalidValue(`The schema "${schema.id}" exists already.`);
      taken.add(key);
      refuseBadNames(schema.attributes, 0);
    }
    const extensionsOf = (resourceType: string) =>
      custom
        .filter((extension) => extension.resourceType === resourceType)
        .map(({ schema, required = false }) => ({ schema, required }));
    const enterprise = { schema: enterpriseUserSchema, required: false };
    const ofUsers = [enterprise, ...extensionsOf('User')];
    const ofGroups = extensionsOf('Group');
    const elsewhere = (core: SchemaDefinition, own: readonly SchemaExtension[], others: readonly SchemaExtension[]) => {
      const known = new Set(own.map(({ schema }) => schema.id.toLowerCase()));
      const urns = [core.id, ...others.map(({ schema }) => schema.id), ...DISCOVERY].map((urn) => urn.toLowerCase());
      return new Set(urns.filter((urn) => !known.has(urn)));
    };
    const notOfUsers = elsewhere(groupSchema, ofUsers, ofGroups);
    const notOfGroups = elsewhere(userSchema, ofGroups, ofUsers);
    this.user = new ResourceSchema('User', '/Users', userSchema, ofUsers, unknownSchemas, notOfUsers);
    this.group = new ResourceSchema('Group', '/Groups', groupSchema, ofGroups, unknownSchemas, notOfGroups);
  }

  get resourceTypes(): readonly ResourceSchema[] {
    return [this.user, this.group];
  }
}

/** RFC 7643 §2.1 ATTRNAME; a complex attribute has no complex sub-attributes (§2.3.8). */
function refuseBadNames(attributes: readonly AttributeDefinition[], depth: number): void {
  for (const { name, type, subAttributes } of attributes) {
    if (!NAME.test(name) || name in Object.prototype)
      throw ScimError.invalidValue(`"${name}" can't be the name of an attribute.`);
    if (type === 'complex' && depth > 0)
      throw ScimError.invalidValue(`"${name}" is complex inside a complex attribute.`);
    refuseBadNames(subAttributes ?? [], depth + 1);
  }
}
