import { AsyncLocalStorage } from 'node:async_hooks';

interface RequestContext {
  requestId: string;
  tenantId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The id that joins a request's log lines, its audit events and its SCIM log entry. For logs and audit only. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** The tenant whose request is served; undefined before its authentication, and in background work. For shares of resources only. */
export function currentTenantId(): string | undefined {
  return storage.getStore()?.tenantId;
}

/** Names the tenant of the request that is served. */
export function noteTenant(tenantId: string): void {
  const context = storage.getStore();
  if (context !== undefined) context.tenantId = tenantId;
}

export function withRequestId<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work);
}
