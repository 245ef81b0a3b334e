import { CronTime } from 'cron';

/** The clocks of replicas, PostgreSQL and the timer differ a little: a run started this close to a scheduled time belongs to it. */
const SAME_RING_MS = 30_000;
const EARLY_MS = 1_000;

/**
 * When a scheduled run became due: at the first time of the schedule after the last run.
 * @param cron as in RECONCILE_CRON
 * @param last when the last scheduled run was started; the schedule counts from there
 * @returns the start of the tolerance: a run started since then counts for this scheduled time; undefined when no run is due
 */
export function dueSince(cron: string, last: Date, now: Date): Date | undefined {
  const from = new Date(last.getTime() + SAME_RING_MS);
  const ring = new CronTime(cron).getNextDateFrom(from).toMillis();
  return ring <= now.getTime() + EARLY_MS ? new Date(ring - SAME_RING_MS) : undefined;
}
