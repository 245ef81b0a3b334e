import { useSyncExternalStore } from 'react';

/** Time of the first unanswered request; undefined while the server answers. */
let lostAt: Date | undefined;
const listeners = new Set<() => void>();

export function noteAnswered(): void {
  if (lostAt === undefined) return;
  lostAt = undefined;
  announce();
}

export function noteLost(): void {
  if (lostAt !== undefined) return;
  lostAt = new Date();
  announce();
}

function announce(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Time of the first unanswered request; undefined while the server answers. */
export function useConnectionLostAt(): Date | undefined {
  return useSyncExternalStore(subscribe, () => lostAt);
}
