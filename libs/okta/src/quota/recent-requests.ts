/** Requests of one second: its start in epoch milliseconds, how many were granted, and how many of those out of the burst. */
export type RequestsOfSecond = readonly [at: number, granted: number, burst: number];

const SECOND_MS = 1_000;
const WINDOW_MS = 60_000;
/** Seconds are counted whole, so that no minute, wherever it begins, holds more than was counted. */
const COUNTED_MS = WINDOW_MS + SECOND_MS;

/** The seconds that still count, of a clock that may have been set back. */
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

/** Milliseconds until the oldest counted second counts no longer. */
export function untilOneLeaves(recent: readonly RequestsOfSecond[], now: number): number {
  const oldest = Math.min(...recent.map(([at]) => at));
  return recent.length === 0 ? 1 : Math.max(1, oldest + COUNTED_MS - now);
}
