const FIRST_MS = 1_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Milliseconds to wait before the next attempt. The wait is random, between half of a ceiling and the ceiling, so that replicas do not all
 * retry at once. The ceiling doubles with each failed attempt.
 * @param attempts number of failed attempts, 1 or more
 * @param random a number in [0, 1)
 */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(attempts, 1) - 1, 30));
  return Math.round(ceiling * (0.5 + random / 2));
}
