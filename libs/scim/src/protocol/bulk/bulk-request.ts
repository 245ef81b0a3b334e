import type { JsonObject } from '../json.js';

export const BULK_REQUEST_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

export interface BulkOperation {
  /** Place in the request, from 0. */
  readonly index: number;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly resourceType: 'User' | 'Group';
  /** Absent for POST; may be `bulkId:…` until resolved. */
  readonly id?: string;
  readonly bulkId?: string;
  /** Weak ETag that the resource must have. */
  readonly version?: string;
  readonly data?: JsonObject;
}

export interface BulkRequest {
  /** Stop after so many failures; undefined: never. */
  readonly failOnErrors?: number;
  readonly operations: readonly BulkOperation[];
}

/** RFC 7644 §3.7. @throws ScimError 400 invalidSyntax, invalidValue; 413 over maxOperations */
export function parseBulkRequest(_body: unknown, _maxOperations: number): BulkRequest {
  throw new Error('not written yet');
}
