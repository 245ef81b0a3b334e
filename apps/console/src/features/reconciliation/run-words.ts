import type { DirectoryProvider, DriftKind, ReconciliationStatus, RunFieldsFragment } from '../../gql/graphql';
import { counted } from '../../ui/text/count';
import type { Tone } from '../../ui/layout/status';
import { PROVIDERS } from '../providers/provider';

export const RUN_STATUS: Record<ReconciliationStatus, { tone: Tone; label: string }> = {
  QUEUED: { tone: 'busy', label: 'Queued' },
  RUNNING: { tone: 'busy', label: 'Running' },
  SUCCEEDED: { tone: 'ok', label: 'Done' },
  FAILED: { tone: 'bad', label: 'Failed' },
  CANCELLED: { tone: 'idle', label: 'Canceled' },
};

export function driftWords(kind: DriftKind, provider: DirectoryProvider): { label: string; meaning: string } {
  const target = PROVIDERS[provider].target;
  switch (kind) {
    case 'SET_TRUE':
      return { label: `Missing in ${target}`, meaning: `Registered here, and ${target} does not know.` };
    case 'SET_FALSE':
      return { label: `Left over in ${target}`, meaning: `Registered in ${target}, and no passkey here.` };
    case 'UNKNOWN_USER':
      return {
        label: 'Unknown person',
        meaning: `Registered in ${target}, but not known here: reported, never changed.`,
      };
    case 'UNLINKED':
      return { label: `No such user in ${target}`, meaning: `Registered here, and ${target} has no such user.` };
  }
}

export function isUnderWay({ status }: Pick<RunFieldsFragment, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

export function runTitle({ dryRun }: Pick<RunFieldsFragment, 'dryRun'>): string {
  return dryRun ? 'Dry run' : 'Reconciliation';
}

/** The outcome in one line. */
export function runOutcome({ status, dryRun, drifted, repaired, failed, error }: RunFieldsFragment): string {
  if (error) return error.replace(/^SAFETY_CAP:? */, 'Refused: ');
  if (status === 'QUEUED') return 'Waiting for a worker.';
  if (drifted === 0) return status === 'SUCCEEDED' ? 'Both sides agree.' : 'No difference so far.';
  const differences = counted(drifted, 'difference');
  if (dryRun) return `${differences} found.`;
  return `${differences} found, ${repaired} repaired${failed > 0 ? `, ${failed} failed` : ''}.`;
}
