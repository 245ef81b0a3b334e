import type { Metrics } from '../metrics/metrics.js';
import { isDatabaseAway } from './is-database-away.js';
import { sqlState } from './sql-state.js';

/** Exported from the start, so that an alert sees the first failure: the disk is full; the server is a standby. */
const ALWAYS_TOLD = ['53100', '25006'];

/** Counts what PostgreSQL refuses for a reason of its own, by SQLSTATE: readiness only reads, and does not notice a full disk. */
export function countFailures(metrics: Metrics): (error: unknown) => void {
  const failures = metrics.counter({
    name: 'rollcall_database_failures_total',
    help: 'Statements and transactions that PostgreSQL could not carry out just now, by SQLSTATE; none: no answer.',
    labels: ['state'],
  });
  for (const state of ALWAYS_TOLD) failures.inc({ state }, 0);
  return (error) => {
    if (isDatabaseAway(error)) failures.inc({ state: sqlState(error) ?? 'none' });
  };
}
