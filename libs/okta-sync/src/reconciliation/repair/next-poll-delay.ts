const SOONEST_MS = 200;
const LATEST_MS = 1_000;

/**
 * Milliseconds until it is worth looking again at what others are working off: half of what the rest will take at the pace of late, so
 * that the end is noticed soon and few looks are taken before, but not on the word of a much shorter while; while nothing moves, twice as
 * long as the last time.
 *
 * @param done since the last look, `inMs` ago; Infinity at the first look
 */
export function nextPollDelay({ done, left, inMs }: { done: number; left: number; inMs: number }): number {
  const moves = done > 0 && Number.isFinite(done);
  const ms = moves ? Math.min((left * inMs) / done / 2, 4 * inMs) : 2 * inMs;
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, ms));
}
