import { AsyncLocalStorage } from 'node:async_hooks';

interface RequestContext {
  requestId: string;
  tenantId?: string;
  /** Ends the turn that the request has in the concurrency limit of its tenant. */
  leave?: (() => void) | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/**
 * The id of the current request. Log lines, audit events and the SCIM log entry of a request have the same id. Use it for logs and audit
 * only.
 */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** The tenant of the current request; undefined before authentication and in background work. Use it for resource limits only. */
export function currentTenantId(): string | undefined {
  return storage.getStore()?.tenantId;
}

/** Sets the tenant of the current request. */
export function noteTenant(tenantId: string): void {
  const context = storage.getStore();
  if (context !== undefined) context.tenantId = tenantId;
}

/** Sets the callback that ends the current request's turn. With undefined, the turn lasts until the response is sent. */
export function noteTurn(leave: (() => void) | undefined): void {
  const context = storage.getStore();
  if (context !== undefined) context.leave = leave;
}

/** Ends the current request's turn early, because the request now waits for something that uses nothing of its tenant's share. */
export function leaveTurn(): void {
  storage.getStore()?.leave?.();
}

export function withRequestId<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work);
}
