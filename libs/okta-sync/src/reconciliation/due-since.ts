import { CronTime } from 'cron';

/** Clocks of replicas, of PostgreSQL and of the timer differ a little: this close to a ring, a run belongs to it. */
const SAME_RING_MS = 30_000;
const EARLY_MS = 1_000;

/**
 * When a scheduled run became due: at the first time of the schedule after the last run.
 * @param cron as in RECONCILE_CRON
 * @param last when the last scheduled run was started; the schedule counts from there
 * @returns a run started since then is the run of this ring; undefined when none is due
 */
export function dueSince(cron: string, last: Date, now: Date): Date | undefined {
  const from = new Date(last.getTime() + SAME_RING_MS);
  const ring = new CronTime(cron).getNextDateFrom(from).toMillis();
  return ring <= now.getTime() + EARLY_MS ? new Date(ring - SAME_RING_MS) : undefined;
}
