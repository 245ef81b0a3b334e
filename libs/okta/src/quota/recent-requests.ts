/** The requests of one second: its start in epoch milliseconds, the number granted, and how many of these came from the burst. */
export type RequestsOfSecond = readonly [at: number, granted: number, burst: number];

const SECOND_MS = 1_000;
const WINDOW_MS = 60_000;
/**
 * A minute and a second. Requests are counted per whole second, so the extra second makes every possible minute lie
 * within the counted time.
 */
const COUNTED_MS = WINDOW_MS + SECOND_MS;

/** The seconds of the last minute. Also drops seconds in the future, which remain in the row after a clock was set back. */
export function countedAt(recent: readonly RequestsOfSecond[], now: number): RequestsOfSecond[] {
  return recent.filter(([at]) => at > now - COUNTED_MS && at <= now + SECOND_MS);
}

export function granted(recent: readonly RequestsOfSecond[]): number {
  return recent.reduce((sum, [, count]) => sum + count, 0);
}

export function grantedOfBurst(recent: readonly RequestsOfSecond[]): number {
  return recent.reduce((sum, [, , burst]) => sum + burst, 0);
}

export function withRequests(
  recent: readonly RequestsOfSecond[],
  now: number,
  count: number,
  burst: number,
): RequestsOfSecond[] {
  if (count === 0) return [...recent];
  const second = Math.floor(now / SECOND_MS) * SECOND_MS;
  const others = recent.filter(([at]) => at !== second);
  const [, before = 0, burstBefore = 0] = recent.find(([at]) => at === second) ?? [];
  return [...others, [second, before + count, burstBefore + burst]];
}

/** Milliseconds until the oldest second no longer counts. */
export function untilOneLeaves(recent: readonly RequestsOfSecond[], now: number): number {
  const oldest = Math.min(...recent.map(([at]) => at));
  return recent.length === 0 ? 1 : Math.max(1, oldest + COUNTED_MS - now);
}
