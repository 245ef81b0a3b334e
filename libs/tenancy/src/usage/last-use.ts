/** Milliseconds between two notes of a credential's use: enough for a person to see, cheap enough for every request. */
const NOTE_EVERY_MS = 60_000;

/** Whether the use of a credential at `now` is worth writing down. */
export function isLastUseStale(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= NOTE_EVERY_MS;
}
