import type { DriftKind, ReconciliationStatus, RunFieldsFragment } from '../../gql/graphql';
import { counted } from '../../ui/count';
import type { Tone } from '../../ui/status';

export const RUN_STATUS: Record<ReconciliationStatus, { tone: Tone; label: string }> = {
  QUEUED: { tone: 'busy', label: 'Queued' },
  RUNNING: { tone: 'busy', label: 'Running' },
  SUCCEEDED: { tone: 'ok', label: 'Done' },
  FAILED: { tone: 'bad', label: 'Failed' },
  CANCELLED: { tone: 'idle', label: 'Cancelled' },
};

export const DRIFT_KIND: Record<DriftKind, { label: string; meaning: string }> = {
  SET_TRUE: { label: 'Missing in Okta', meaning: 'Registered here, and Okta does not know.' },
  SET_FALSE: { label: 'Left over in Okta', meaning: 'Registered in Okta, and no passkey here.' },
  UNKNOWN_USER: {
    label: 'Unknown person',
    meaning: 'Registered in Okta, and nobody we know: reported, never touched.',
  },
  UNLINKED: { label: 'No such Okta user', meaning: 'Registered here, and Okta has no such user.' },
};

export function isUnderWay({ status }: Pick<RunFieldsFragment, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

export function runTitle({ dryRun }: Pick<RunFieldsFragment, 'dryRun'>): string {
  return dryRun ? 'Dry run' : 'Reconciliation';
}

/** The outcome in one line. */
export function runOutcome({ status, dryRun, drifted, repaired, failed, error }: RunFieldsFragment): string {
  if (error) return error;
  if (status === 'QUEUED') return 'Waiting for a worker.';
  if (drifted === 0) return status === 'SUCCEEDED' ? 'Both sides agree.' : 'No difference so far.';
  const differences = counted(drifted, 'difference');
  if (dryRun) return `${differences} found.`;
  return `${differences} found, ${repaired} repaired${failed > 0 ? `, ${failed} failed` : ''}.`;
}
