import type { JsonObject } from '../json.js';
import type { AttributeDefinition, SchemaDefinition } from './attribute.js';
import type { ResourceSchema } from './resource-schema.js';
import type { SchemaRegistry } from './schema-registry.js';
import {
  RESOURCE_TYPE_SCHEMA,
  resourceTypeSchema,
  SCHEMA_SCHEMA,
  schemaSchema,
  SERVICE_PROVIDER_CONFIG_SCHEMA,
  serviceProviderConfigSchema,
} from './service-provider-schemas.js';

/** Limits in ServiceProviderConfig (RFC 7643 §5, RFC 9865 §4). */
export interface ProviderAbilities {
  readonly documentationUri?: string;
  /** maxPayloadSize in bytes */
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number };
  readonly filterMaxResults: number;
  readonly pagination: {
    readonly defaultPageSize: number;
    readonly maxPageSize: number;
    readonly cursorTimeoutSeconds?: number;
  };
}

/**
 * `pagination` (RFC 9865 §4) is in the answer only if the client requests it: SDKs that map ServiceProviderConfig to fixed classes refuse
 * attributes that RFC 7643 §5 does not define.
 * @param baseUrl the SCIM URL of the integration, without a slash at its end
 */
export function serviceProviderConfig(
  abilities: ProviderAbilities,
  baseUrl: string,
  { withPagination }: { withPagination: boolean },
): JsonObject {
  const { documentationUri, bulk, filterMaxResults, pagination } = abilities;
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_SCHEMA],
    ...(documentationUri && { documentationUri }),
    patch: { supported: true },
    bulk: { supported: true, ...bulk },
    filter: { supported: true, maxResults: filterMaxResults },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    ...(withPagination && {
      pagination: {
        cursor: true,
        index: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: pagination.defaultPageSize,
        maxPageSize: pagination.maxPageSize,
        ...(pagination.cursorTimeoutSeconds && { cursorTimeout: pagination.cursorTimeoutSeconds }),
      },
    }),
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A bearer token of the integration in the Authorization header.',
        specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
        primary: true,
      },
      {
        type: 'oauth2',
        name: 'Client credentials',
        description: 'An access token of the token endpoint, by the client credentials grant.',
        specUri: 'https://www.rfc-editor.org/rfc/rfc6749',
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  };
}

/** GET /ResourceTypes (RFC 7643 §6) */
export function resourceTypeResources(registry: SchemaRegistry, baseUrl: string): JsonObject[] {
  return registry.resourceTypes.map((type) => resourceTypeResource(type, baseUrl));
}

/** GET /Schemas (RFC 7643 §7) */
export function schemaResources(registry: SchemaRegistry, baseUrl: string): JsonObject[] {
  const { user, group } = registry;
  const extensions = [...user.extensions, ...group.extensions].map(({ schema }) => schema);
  // One schema may extend both users and groups.
  const told = new Set([
    user.core,
    group.core,
    ...extensions,
    serviceProviderConfigSchema,
    resourceTypeSchema,
    schemaSchema,
  ]);
  return [...told].map((schema) => schemaResource(schema, baseUrl));
}

function resourceTypeResource(type: ResourceSchema, baseUrl: string): JsonObject {
  return {
    schemas: [RESOURCE_TYPE_SCHEMA],
    id: type.name,
    name: type.name,
    description: type.core.description,
    endpoint: type.endpoint,
    schema: type.core.id,
    schemaExtensions: type.extensions.map(({ schema, required }) => ({ schema: schema.id, required })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.name}` },
  };
}

function schemaResource(schema: SchemaDefinition, baseUrl: string): JsonObject {
  return {
    schemas: [SCHEMA_SCHEMA],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(attributeResource),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

function attributeResource({
  canonicalValues,
  referenceTypes,
  subAttributes,
  ...rest
}: AttributeDefinition): JsonObject {
  return {
    ...rest,
    ...(canonicalValues && { canonicalValues: [...canonicalValues] }),
    ...(referenceTypes && { referenceTypes: [...referenceTypes] }),
    ...(subAttributes && { subAttributes: subAttributes.map(attributeResource) }),
  };
}
