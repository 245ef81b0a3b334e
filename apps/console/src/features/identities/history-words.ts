import type { DirectoryProvider, RegistrationEventKind } from '../../gql/graphql';
import type { Tone } from '../../ui/layout/status';
import { atStart, PROVIDERS } from '../providers/provider';

interface Event {
  kind: RegistrationEventKind;
  desired: boolean;
  confirmed?: boolean | null;
  note?: string | null;
}

/** Describes each entry of the registration history in sentences. They explain how Okta routes the person. */
export function historyWords(
  { kind, desired, confirmed, note }: Event,
  provider: DirectoryProvider,
): { tone: Tone; title: string; detail?: string } {
  const target = atStart(PROVIDERS[provider].target);
  switch (kind) {
    case 'DESIRED':
      return desired
        ? { tone: 'busy', title: 'To be registered', detail: 'Active, with a passkey.' }
        : { tone: 'busy', title: 'No longer to be registered', detail: 'Suspended, or without a passkey.' };
    case 'CONFIRMED':
      return { tone: 'ok', title: `${target} has ${String(confirmed ?? false)}` };
    case 'RETRYING':
      return { tone: 'warn', title: `${target} did not take it; tried again`, ...noted(note) };
    case 'PARKED':
      return { tone: 'bad', title: `${target} refused it; parked`, ...noted(note) };
    case 'SKIPPED':
      return { tone: 'idle', title: 'Skipped', ...noted(note) };
    case 'UNLINKED':
      return { tone: 'warn', title: `${target} knows no such user`, ...noted(note) };
    case 'HELD':
      return { tone: 'warn', title: 'Held by the safety cap', ...noted(note) };
    case 'APPROVED':
      return { tone: 'busy', title: `Held change approved${note ? ` by ${note}` : ''}` };
    case 'DISCARDED':
      return { tone: 'idle', title: `Held change discarded${note ? ` by ${note}` : ''}` };
    case 'RETRIED':
      return { tone: 'busy', title: `Another try asked for${note ? ` by ${note}` : ''}` };
    case 'RECONCILED':
      return {
        tone: 'warn',
        title: 'A reconciliation found a difference',
        detail: `${target} had ${String(confirmed ?? false)}, and should have had ${String(desired)}.`,
      };
  }
}

function noted(note: string | null | undefined): { detail?: string } {
  return note ? { detail: note } : {};
}
