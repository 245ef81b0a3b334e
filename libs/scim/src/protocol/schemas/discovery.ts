import type { JsonObject } from '../json.js';
import type { SchemaRegistry } from './schema-registry.js';

/** Limits and abilities that ServiceProviderConfig tells (RFC 7643 §5, RFC 9865 §4). */
export interface ProviderAbilities {
  readonly documentationUri?: string;
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number };
  readonly filterMaxResults: number;
  readonly pagination: {
    readonly defaultPageSize: number;
    readonly maxPageSize: number;
    readonly cursorTimeoutSeconds?: number;
  };
}

/** `baseUrl` is the SCIM URL of the integration, without a slash at its end. */
export function serviceProviderConfig(_abilities: ProviderAbilities, _baseUrl: string): JsonObject {
  throw new Error('not written yet');
}

export function resourceTypeResources(_registry: SchemaRegistry, _baseUrl: string): JsonObject[] {
  throw new Error('not written yet');
}

export function schemaResources(_registry: SchemaRegistry, _baseUrl: string): JsonObject[] {
  throw new Error('not written yet');
}
