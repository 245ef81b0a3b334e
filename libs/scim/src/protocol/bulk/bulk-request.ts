import { ScimError } from '../errors/scim-error.js';
import { isDeeperThan, isJsonObject, type Json, type JsonObject } from '../json.js';
import { readMembers, readOperation as readOperationMembers } from '../messages/read-members.js';
import { requireSchema } from '../resources/require-schema.js';

export const BULK_REQUEST_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

export interface BulkOperation {
  /** Place in the request, from 0. */
  readonly index: number;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly resourceType: 'User' | 'Group';
  /** Absent for POST. */
  readonly id?: string;
  readonly bulkId?: string;
  /** ETag that the resource must have, as in If-Match. */
  readonly version?: string;
  readonly data?: JsonObject;
}

/** An unreadable operation fails alone, not the whole request. */
export interface UnreadableOperation {
  readonly index: number;
  readonly method: string;
  readonly bulkId?: string;
  /** As sent; absent for a POST, because a resource that was not created has no URL. */
  readonly path?: string;
  readonly refusal: ScimError;
}

export interface BulkRequest {
  /** Stop after this number of failures; undefined: never. */
  readonly failOnErrors?: number;
  readonly operations: readonly (BulkOperation | UnreadableOperation)[];
}

/** Maximum nesting of `data`, which is searched for references level by level. */
const MAX_DEPTH = 32;
const MEMBERS = ['method', 'bulkId', 'version', 'path', 'data'] as const;
const PATH = /^\/?(Users|Groups)(?:\/([^/?#]+))?$/i;

/** RFC 7644 §3.7. @throws ScimError 400 invalidSyntax; 413 over maxOperations */
export function parseBulkRequest(body: unknown, maxOperations: number): BulkRequest {
  const message = requireSchema(body, BULK_REQUEST_SCHEMA);
  const { Operations: operations, failOnErrors } = readMembers(message, ['Operations', 'failOnErrors']);
  if (!Array.isArray(operations)) throw ScimError.invalidSyntax('"Operations" must be an array.');
  if (operations.length > maxOperations)
    throw ScimError.payloadTooLarge(`${operations.length} operations; a bulk request holds ${maxOperations} at most.`);
  const isLimit = typeof failOnErrors === 'number' && Number.isInteger(failOnErrors) && failOnErrors > 0;
  if (failOnErrors !== undefined && failOnErrors !== null && !isLimit)
    throw ScimError.invalidSyntax('"failOnErrors" must be a whole number above 0.');
  const seen = new Set<string>();
  return {
    ...(isLimit && { failOnErrors }),
    operations: (operations as Json[]).map((operation, index) => readOperation(operation, index, seen)),
  };
}

function readOperation(operation: Json, index: number, seen: Set<string>): BulkOperation | UnreadableOperation {
  try {
    return parseOperation(operation, index, seen);
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    const { method, bulkId, path } = reported(operation);
    const isPost = typeof method === 'string' && method.toUpperCase() === 'POST';
    return {
      index,
      method: typeof method === 'string' ? method : '',
      ...(typeof bulkId === 'string' && { bulkId }),
      ...(typeof path === 'string' && !isPost && { path }),
      refusal: error,
    };
  }
}

/** The members of an unreadable operation that the answer repeats. */
function reported(operation: Json): Partial<Record<(typeof MEMBERS)[number], unknown>> {
  try {
    return isJsonObject(operation) ? readMembers(operation, MEMBERS) : {};
  } catch {
    return {};
  }
}

function parseOperation(operation: Json, index: number, seen: Set<string>): BulkOperation {
  const { bulkId, version, data, path, method: written } = readOperationMembers(operation, index, MEMBERS);
  const method = parseMethod(written);
  const [, endpoint, id] = (typeof path === 'string' && PATH.exec(path)) || [];
  if (!endpoint || (method === 'POST') !== (id === undefined))
    throw ScimError.invalidSyntax(
      `"path" must be ${method === 'POST' ? '/Users or /Groups' : '/Users/{id} or /Groups/{id}'} for ${method}.`,
    );
  if (method === 'POST' && (typeof bulkId !== 'string' || bulkId === ''))
    throw ScimError.invalidSyntax('"bulkId" is required for POST.');
  if (method !== 'DELETE' && !isJsonObject(data)) throw ScimError.invalidSyntax(`"data" is required for ${method}.`);
  if (isDeeperThan(data, MAX_DEPTH)) throw ScimError.invalidSyntax(`"data" is nested deeper than ${MAX_DEPTH}.`);
  if (typeof bulkId === 'string' && seen.has(bulkId))
    throw ScimError.invalidValue(`The bulkId "${bulkId}" is used twice.`);
  if (typeof bulkId === 'string') seen.add(bulkId);
  return {
    index,
    method,
    resourceType: endpoint.toLowerCase() === 'users' ? 'User' : 'Group',
    ...(id !== undefined && { id }),
    ...(typeof bulkId === 'string' && { bulkId }),
    ...(typeof version === 'string' && { version }),
    ...(isJsonObject(data) && { data }),
  };
}

function parseMethod(method: Json | undefined): BulkOperation['method'] {
  const upper = typeof method === 'string' ? method.toUpperCase() : undefined;
  if (upper === 'POST' || upper === 'PUT' || upper === 'PATCH' || upper === 'DELETE') return upper;
  throw ScimError.invalidSyntax('"method" must be POST, PUT, PATCH or DELETE.');
}
