import { ScimError } from '../errors/scim-error.js';
import type { JsonObject } from '../json.js';
import { referencesOf, resolveReferences } from './bulk-references.js';
import type { BulkOperation, BulkRequest, UnreadableOperation } from './bulk-request.js';

const BULK_RESPONSE_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

export interface BulkSuccess {
  readonly status: number;
  /** The id of the resource, for references by bulkId. */
  readonly id: string;
  readonly location: string;
  readonly version?: string;
}

interface Task {
  readonly operation: BulkOperation;
  readonly references: ReadonlySet<string>;
  /** Number of references whose operation has not been tried. */
  waitsFor: number;
}

/**
 * Runs a bulk request one operation at a time, without I/O of its own (RFC 7644 §3.7): in the order of the request, but an operation waits
 * for those that it refers to. Until next() returns undefined: call it, perform the operation, call succeeded() or failed().
 */
export class BulkRun {
  private readonly ids = new Map<string, string>();
  private readonly results = new Map<number, JsonObject>();
  private readonly pending: (Task | UnreadableOperation)[];
  /** bulkIds of operations that haven't been tried, with the tasks that refer to them. */
  private readonly awaited = new Map<string, Task[]>();
  private readonly bulkIds: ReadonlySet<string | undefined>;
  private failures = 0;
  /** Operations with circular references: performed partially, then completed by a PUT when all ids are known. */
  private readonly incomplete = new Map<number, Task>();

  /** `baseUrl` is the SCIM URL of the integration, without a slash at its end. */
  constructor(
    private readonly request: BulkRequest,
    private readonly baseUrl: string,
  ) {
    this.bulkIds = new Set(request.operations.map(({ bulkId }) => bulkId));
    for (const operation of request.operations)
      if (!('refusal' in operation) && operation.bulkId !== undefined) this.awaited.set(operation.bulkId, []);
    this.pending = request.operations.map((operation) =>
      'refusal' in operation ? operation : this.taskOf(operation, referencesOf(operation)),
    );
  }

  /** The next operation, with references replaced by ids; undefined when all are done, or failOnErrors stops the run. */
  next(): BulkOperation | undefined {
    while (this.pending.length > 0 && !this.stopped) {
      const task = this.takeReady();
      if ('refusal' in task) {
        this.record(task, task.refusal);
        continue;
      }
      const refusal = this.refusalOf(task);
      if (!refusal) return resolveReferences(task.operation, this.ids);
      this.record(task.operation, refusal);
    }
    return undefined;
  }

  succeeded(operation: BulkOperation, { status, id, location, version }: BulkSuccess): void {
    if (operation.bulkId !== undefined) this.ids.set(operation.bulkId, id);
    const first = this.results.get(operation.index);
    const { method, status: told } = first ?? { method: operation.method, status: String(status) };
    this.results.set(operation.index, {
      ...(location !== undefined && { location }),
      method: method!,
      ...(operation.bulkId !== undefined && { bulkId: operation.bulkId }),
      ...(version !== undefined && { version }),
      status: told!,
    });
    const task = this.incomplete.get(operation.index);
    if (!task) return;
    this.incomplete.delete(operation.index);
    this.pending.push(this.taskOf({ ...task.operation, method: 'PUT', id }, task.references));
  }

  failed(operation: BulkOperation, error: ScimError): void {
    this.incomplete.delete(operation.index);
    this.record(operation, error);
  }

  response(): JsonObject {
    const results = [...this.results].sort(([a], [b]) => a - b).map(([, result]) => result);
    return { schemas: [BULK_RESPONSE_SCHEMA], Operations: results };
  }

  private get stopped(): boolean {
    return this.request.failOnErrors !== undefined && this.failures >= this.request.failOnErrors;
  }

  /**
   * The first task whose references are all resolved. If all tasks wait for each other, the first POST: it creates the
   * resource without the unresolved references, and a later PUT adds them. Without a POST, the first task.
   */
  private takeReady(): Task | UnreadableOperation {
    const ready = this.pending.findIndex((task) => 'refusal' in task || task.waitsFor === 0);
    const post =
      ready < 0 ? this.pending.findIndex((task) => 'operation' in task && task.operation.method === 'POST') : -1;
    const task = this.pending.splice(Math.max(ready, post, 0), 1)[0]!;
    if ('refusal' in task) return task;
    if (post >= 0) this.incomplete.set(task.operation.index, task);
    if (task.operation.bulkId !== undefined) this.tried(task.operation.bulkId);
    return task;
  }

  private taskOf(operation: BulkOperation, references: ReadonlySet<string>): Task {
    const task: Task = { operation, references, waitsFor: 0 };
    for (const reference of references) {
      const waiting = this.awaited.get(reference);
      if (waiting === undefined) continue;
      waiting.push(task);
      task.waitsFor += 1;
    }
    return task;
  }

  private tried(bulkId: string): void {
    for (const task of this.awaited.get(bulkId) ?? []) task.waitsFor -= 1;
    this.awaited.delete(bulkId);
  }

  private refusalOf({ operation, references }: Task): ScimError | undefined {
    for (const reference of references) {
      if (this.ids.has(reference) || this.incomplete.has(operation.index)) continue;
      if (!this.bulkIds.has(reference))
        return ScimError.invalidValue(`It refers to bulkId "${reference}", which no operation of the request has.`);
      return ScimError.conflict(`It refers to bulkId "${reference}", whose operation failed or waits for this one.`);
    }
    return undefined;
  }

  private record(operation: BulkOperation | UnreadableOperation, error: ScimError): void {
    this.failures++;
    const first = this.results.get(operation.index);
    const location = first?.location ?? this.locationOf(operation);
    this.results.set(operation.index, {
      ...(location !== undefined && { location }),
      method: first?.method ?? operation.method,
      ...(operation.bulkId !== undefined && { bulkId: operation.bulkId }),
      status: String(error.status),
      response: { ...error.toBody() },
    });
  }

  /** RFC 7644 §3.7.3: present for every operation except a failed POST. */
  private locationOf(operation: BulkOperation | UnreadableOperation): string | undefined {
    if ('refusal' in operation)
      return operation.path === undefined ? undefined : `${this.baseUrl}/${operation.path.replace(/^\//, '')}`;
    if (operation.id === undefined) return undefined;
    return `${this.baseUrl}/${operation.resourceType}s/${operation.id}`;
  }
}
