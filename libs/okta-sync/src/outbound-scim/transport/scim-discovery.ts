import { Injectable } from '@nestjs/common';
import { memberOf, objectsIn, type ScimJson } from './scim-answer.js';
import { ScimRequestError } from './scim-request-error.js';
import type { ScimServer } from './scim-server.js';
import { ScimTransport } from './scim-transport.js';

/** The abilities of a server according to its ServiceProviderConfig (RFC 7643 §5). */
export interface ScimAbilities {
  /** Undefined if the server does not state it. */
  patch: boolean | undefined;
  /** True if versions (ETags) are supported; undefined if the server does not state it. */
  etag: boolean | undefined;
  filter: boolean;
}

/** The definition of the registration attribute in a schema (RFC 7643 §7). */
export interface ScimAttributeDefinition {
  type: string;
  multiValued: boolean;
  mutability: string;
  returned: string;
}

/** Reads the discovery endpoints of a SCIM server (RFC 7644 §4). Every method throws ScimRequestError for an unsuccessful request. */
@Injectable()
export class ScimDiscovery {
  constructor(private readonly transport: ScimTransport) {}

  async abilities(server: ScimServer): Promise<ScimAbilities> {
    const { patch, etag, filter } = await this.read(server, '/ServiceProviderConfig');
    return {
      patch: supported(patch),
      etag: supported(etag),
      filter: supported(filter) === true,
    };
  }

  /**
   * True if the server pages its lists by cursor (RFC 9865 §4). The request contains the name `pagination`, because
   * some servers return this attribute only then.
   */
  async pagesByCursor(server: ScimServer): Promise<boolean> {
    const { pagination } = await this.read(server, '/ServiceProviderConfig', { attributes: 'pagination' });
    return isTrue(objectOf(pagination)['cursor']);
  }

  /** Undefined if the schema is missing, or lacks the attribute. */
  async attribute(server: ScimServer): Promise<ScimAttributeDefinition | undefined> {
    const schema = await this.schema(server);
    const attributes = objectsIn(schema && memberOf(schema, 'attributes'));
    const wanted = server.attribute.toLowerCase();
    const found = attributes.find(({ name }) => typeof name === 'string' && name.toLowerCase() === wanted);
    if (!found) return undefined;
    const { type, multiValued, mutability, returned } = found;
    return {
      type: typeof type === 'string' ? type : '',
      multiValued: multiValued === true,
      mutability: typeof mutability === 'string' ? mutability : 'readWrite',
      returned: typeof returned === 'string' ? returned : 'default',
    };
  }

  /** True if the server returns its schemas and they lack the attribute. False if it has no schema endpoint. */
  async lacksAttribute(server: ScimServer): Promise<boolean> {
    try {
      return (await this.attribute(server)) === undefined;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  /**
   * Reads the schema by its id. If that fails, searches the list of all schemas, because some servers have only the
   * list. Some servers also return the list in place of the schema.
   */
  private async schema(server: ScimServer): Promise<ScimJson | undefined> {
    const body = await this.read(server, `/Schemas/${encodeURIComponent(server.extension)}`).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
      return this.read(server, '/Schemas');
    });
    const all = memberOf(body, 'Resources');
    if (all === undefined) return body;
    const wanted = server.extension.toLowerCase();
    return objectsIn(all).find(({ id }) => typeof id === 'string' && id.toLowerCase() === wanted);
  }

  private async read(
    server: ScimServer,
    path: string,
    query: Readonly<Record<string, string>> = {},
  ): Promise<ScimJson> {
    const body = await this.transport.send(server, { method: 'GET', path, query, bucket: 'other' });
    if (body) return body;
    throw new ScimRequestError({ kind: 'NOT_JSON', status: 204, resetAt: undefined }, 'GET');
  }
}

/** True if the server has no such discovery endpoint (RFC 7644 §4), or does not offer it to these credentials. */
export function isAbsent(error: unknown): boolean {
  if (!(error instanceof ScimRequestError) || error.answer.kind === 'SILENCE') return false;
  const { status } = error.answer;
  return [400, 401, 403, 404, 405, 501].includes(status) || status < 400;
}

function supported(ability: unknown): boolean | undefined {
  const { supported: told } = objectOf(ability);
  return told === undefined ? undefined : isTrue(told);
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function objectOf(value: unknown): ScimJson {
  return typeof value === 'object' && value !== null ? (value as ScimJson) : {};
}
