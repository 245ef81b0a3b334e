import { AsyncLocalStorage } from 'node:async_hooks';

/** Called before a request is sent; throws to prevent the request. */
export type SendGuard = () => void;

const guards = new AsyncLocalStorage<SendGuard>();

/** Runs `work`. The guard is called just before each outgoing request of `work` is written to the socket. */
export function guardingSends<T>(guard: SendGuard, work: () => Promise<T>): Promise<T> {
  return guards.run(guard, work);
}

export function currentSendGuard(): SendGuard | undefined {
  return guards.getStore();
}
