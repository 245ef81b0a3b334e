import { AsyncLocalStorage } from 'node:async_hooks';

/** Throws to prevent a request. */
export type SendGuard = () => void;

const guards = new AsyncLocalStorage<SendGuard>();

/** Runs `work`, and calls the guard right before each of its outbound requests is written to the socket. */
export function guardingSends<T>(guard: SendGuard, work: () => Promise<T>): Promise<T> {
  return guards.run(guard, work);
}

export function currentSendGuard(): SendGuard | undefined {
  return guards.getStore();
}
