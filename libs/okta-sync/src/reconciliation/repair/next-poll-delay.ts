const SOONEST_MS = 200;
const LATEST_MS = 1_000;

/**
 * Milliseconds until the next poll of work that other processes do. It is half of the remaining time at the recent
 * pace, so that a few polls are enough to notice the end soon. It is at most four times the previous interval, because
 * a short interval is a poor estimate. Without progress it is twice the previous interval.
 *
 * @param done items completed since the last poll, which was `inMs` ago; Infinity at the first poll
 */
export function nextPollDelay({ done, left, inMs }: { done: number; left: number; inMs: number }): number {
  const moves = done > 0 && Number.isFinite(done);
  const ms = moves ? Math.min((left * inMs) / done / 2, 4 * inMs) : 2 * inMs;
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, ms));
}
