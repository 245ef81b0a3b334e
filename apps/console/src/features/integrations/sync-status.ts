import type { DirectoryProvider, SyncFieldsFragment } from '../../gql/graphql';
import { count } from '../../ui/text/count';
import type { Tone } from '../../ui/layout/status';
import { PROVIDERS } from '../providers/provider';

/** The most important state of an integration's write-back. */
export function syncStatus(
  sync: SyncFieldsFragment | null | undefined,
  provider: DirectoryProvider,
): { tone: Tone; label: string } {
  if (!sync) return { tone: 'idle', label: 'Not configured' };
  if (!sync.enabled) return { tone: 'idle', label: 'Inactive' };
  if (sync.pausedReason) return { tone: 'bad', label: 'Paused' };
  if (sync.parkedCount > 0) return { tone: 'warn', label: `${count(sync.parkedCount)} parked` };
  if (sync.pendingCount > 0) return { tone: 'busy', label: `${count(sync.pendingCount)} pending` };
  return { tone: 'ok', label: `In step with ${PROVIDERS[provider].target}` };
}
