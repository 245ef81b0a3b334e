/** Minimum time between two updates of a credential's "last used" time, in milliseconds. */
const NOTE_EVERY_MS = 60_000;

/** Whether the stored time of last use should be updated. */
export function isLastUseStale(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= NOTE_EVERY_MS;
}
