const FIRST_MS = 1_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Milliseconds to wait before the next try after `attempts` failed ones (1 or more): between half and all of a doubling ceiling,
 * so that replicas spread out and do not all retry at once.
 *
 * @param random a number in [0, 1)
 */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(attempts, 1) - 1, 30));
  return Math.round(ceiling * (0.5 + random / 2));
}
