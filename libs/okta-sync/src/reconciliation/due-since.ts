import { CronTime } from 'cron';

/**
 * The clocks of the replicas, PostgreSQL and the timer differ a little. A run that started at most this long before a
 * scheduled time counts for it.
 */
const SAME_RING_MS = 30_000;
const EARLY_MS = 1_000;

/**
 * Decides whether a scheduled run is due. It is due at the first scheduled time after the last run.
 * @param cron the schedule, in the format of RECONCILE_CRON
 * @param last start of the last scheduled run
 * @returns undefined if no run is due; otherwise a time slightly before the scheduled time. A run that started after
 * the returned time counts for this scheduled time
 */
export function dueSince(cron: string, last: Date, now: Date): Date | undefined {
  const from = new Date(last.getTime() + SAME_RING_MS);
  const ring = new CronTime(cron).getNextDateFrom(from).toMillis();
  return ring <= now.getTime() + EARLY_MS ? new Date(ring - SAME_RING_MS) : undefined;
}
