import type {
  DirectoryProvider,
  EnrollmentStatus,
  IdentityOrderField,
  IdentityStatus,
  RegistrationState,
} from '../../gql/graphql';
import type { Tone } from '../../ui/layout/status';
import { atStart, PROVIDERS } from '../providers/provider';

export const IDENTITY_STATUS: Record<IdentityStatus, { tone: Tone; label: string }> = {
  ACTIVE: { tone: 'ok', label: 'Active' },
  SUSPENDED: { tone: 'idle', label: 'Suspended' },
};

export const ENROLLMENT_STATUS: Record<EnrollmentStatus, { tone: Tone; label: string }> = {
  ENROLLED: { tone: 'ok', label: 'Enrolled' },
  PENDING: { tone: 'busy', label: 'Invited' },
  UNENROLLED: { tone: 'idle', label: 'Not enrolled' },
};

export const REGISTRATION_STATE: Record<RegistrationState, { tone: Tone; label: string }> = {
  IN_SYNC: { tone: 'ok', label: 'In step' },
  PENDING: { tone: 'busy', label: 'Pending' },
  RETRYING: { tone: 'warn', label: 'Retrying' },
  PARKED: { tone: 'bad', label: 'Parked' },
  UNLINKED: { tone: 'warn', label: 'Unlinked' },
  SKIPPED: { tone: 'idle', label: 'Skipped' },
  DISABLED: { tone: 'idle', label: 'Off' },
  HELD: { tone: 'warn', label: 'Held' },
  DISCARDED: { tone: 'idle', label: 'Discarded' },
};

/** Sort orders that the URL may contain. */
export const IDENTITY_ORDER: Record<IdentityOrderField, true> = { CREATED_AT: true, UPDATED_AT: true, USER_NAME: true };

export function registrationMeaning(state: RegistrationState, provider: DirectoryProvider): string {
  const target = atStart(PROVIDERS[provider].target);
  switch (state) {
    case 'IN_SYNC':
      return `${target} has confirmed the value.`;
    case 'PENDING':
      return `About to be written to ${PROVIDERS[provider].target}.`;
    case 'RETRYING':
      return `${target} did not take the write; it is tried again by itself.`;
    case 'PARKED':
      return `${target} refused the write. Fix the cause, then retry.`;
    case 'UNLINKED':
      return `${target} knows no such user, so there is nothing to write to.`;
    case 'SKIPPED':
      return `${target} does not let this user be written in their present status; looked at again when they are active.`;
    case 'HELD':
      return 'The directory turned off more people than the safety cap allows. Approve or discard the changes.';
    case 'DISCARDED':
      return `The change was discarded: ${PROVIDERS[provider].target} keeps its value until the directory changes this person again.`;
    case 'DISABLED':
      return 'The registration attribute is not configured or inactive.';
  }
}

interface Registration {
  desired: boolean;
  state: RegistrationState;
}

/** Label for lists; '–' for a person without a registration. */
export function registrationSummary(registration: Registration | null | undefined): { tone: Tone; label: string } {
  if (!registration) return { tone: 'idle', label: '–' };
  const { tone, label } = REGISTRATION_STATE[registration.state];
  if (registration.state !== 'IN_SYNC') return { tone, label };
  return registration.desired ? { tone: 'ok', label: 'Registered' } : { tone: 'idle', label: 'Not registered' };
}
