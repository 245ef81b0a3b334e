import { Injectable } from '@nestjs/common';
import { noteTurn, TenantCosts, WorkSlices } from '@rollcall/platform';
import { ScimGroups } from '../groups/scim-groups.js';
import { toScimError } from '../http/to-scim-error.js';
import { type BulkOperation, type BulkRequest, BulkRun, type BulkSuccess, type JsonObject } from '../protocol/index.js';
import type { ResourceContext } from '../resources/resource-context.js';
import type { ScimAnswer } from '../resources/scim-answer.js';
import { ScimUsers } from '../users/scim-users.js';

/** The client's token is checked again after this number of operations, because a bulk request of 1,000 takes seconds. */
const RECHECK_EVERY = 10;
/** Milliseconds that an operation costs its tenant. */
const COST_OF_OPERATION = 0.2;

/** RFC 7644 §3.7: runs operations one by one, each in its own transaction, with references by bulkId. */
@Injectable()
export class ScimBulk {
  constructor(
    private readonly users: ScimUsers,
    private readonly groups: ScimGroups,
    private readonly costs: TenantCosts,
    private readonly slices: WorkSlices,
  ) {}

  /** @param recheck throws when the client's token is no longer valid; the remaining operations fail with that error */
  async run(context: ResourceContext, request: BulkRequest, recheck: () => Promise<void>): Promise<JsonObject> {
    const run = new BulkRun(request, context.baseUrl);
    let done = 0;
    // Keeps the turn while an operation waits for its group, because later operations need it.
    noteTurn(undefined);
    const { tenantId } = context.caller;
    for (let operation = run.next(); operation !== undefined; operation = run.next()) {
      try {
        if (done % RECHECK_EVERY === 0) await recheck();
        this.costs.charge(tenantId, COST_OF_OPERATION);
        // Without this, operations refused without database access would never yield to other requests.
        await this.slices.next(tenantId);
        done += 1;
        run.succeeded(operation, toSuccess(await this.perform(context, operation)));
      } catch (error) {
        run.failed(operation, toScimError(error));
      }
    }
    return run.response();
  }

  private perform(shared: ResourceContext, operation: BulkOperation): Promise<ScimAnswer> {
    const { method, resourceType, id = '', version: ifMatch, data } = operation;
    const context: ResourceContext = {
      ...shared,
      selection: {},
      selects: false,
      withoutBody: true,
      ifMatch,
      ifNoneMatch: undefined,
    };
    const resources = resourceType === 'User' ? this.users : this.groups;
    switch (method) {
      case 'POST':
        return resources.create(context, data);
      case 'PUT':
        return resources.replace(context, id, data);
      case 'PATCH':
        return resources.patch(context, id, data);
      case 'DELETE':
        return resources.delete(context, id);
    }
  }
}

function toSuccess({ status, id = '', location = '', etag }: ScimAnswer): BulkSuccess {
  return { status, id, location, ...(etag !== undefined && { version: etag }) };
}
