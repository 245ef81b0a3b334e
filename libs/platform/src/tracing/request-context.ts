import { AsyncLocalStorage } from 'node:async_hooks';

interface RequestContext {
  requestId: string;
  tenantId?: string;
  /** Ends the request's turn in its tenant's share. */
  leave?: (() => void) | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The id shared by a request's log lines, audit events and SCIM log entry. For logs and audit only. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** The tenant of the current request; undefined before authentication, and in background work. For resource limits only. */
export function currentTenantId(): string | undefined {
  return storage.getStore()?.tenantId;
}

/** Sets the tenant of the current request. */
export function noteTenant(tenantId: string): void {
  const context = storage.getStore();
  if (context !== undefined) context.tenantId = tenantId;
}

/** Sets the callback that ends the current request's turn; undefined keeps the turn until the response is sent. */
export function noteTurn(leave: (() => void) | undefined): void {
  const context = storage.getStore();
  if (context !== undefined) context.leave = leave;
}

/** Ends the turn of the current request, because it waits for something other than its tenant's share. */
export function leaveTurn(): void {
  storage.getStore()?.leave?.();
}

export function withRequestId<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work);
}
