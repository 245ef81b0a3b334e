import type { JsonObject } from '../json.js';
import type { ScimError } from '../errors/scim-error.js';
import type { BulkOperation, BulkRequest } from './bulk-request.js';

export const BULK_RESPONSE_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

export interface BulkSuccess {
  readonly status: number;
  /** The id of the resource, for references by bulkId. */
  readonly id: string;
  readonly location: string;
  readonly version?: string;
}

/**
 * Runs a bulk request one operation at a time, without I/O of its own (RFC 7644 §3.7):
 * `for (let op; (op = run.next()); ) try { run.succeeded(op, await perform(op)) } catch (e) { run.failed(op, toScimError(e)) }`, then `run.response()`.
 */
export class BulkRun {
  constructor(_request: BulkRequest) {}

  /** Next operation, its bulkId references replaced by ids; undefined when done or stopped by failOnErrors. */
  next(): BulkOperation | undefined {
    throw new Error('not written yet');
  }

  succeeded(_operation: BulkOperation, _outcome: BulkSuccess): void {
    throw new Error('not written yet');
  }

  failed(_operation: BulkOperation, _error: ScimError): void {
    throw new Error('not written yet');
  }

  response(): JsonObject {
    throw new Error('not written yet');
  }
}
