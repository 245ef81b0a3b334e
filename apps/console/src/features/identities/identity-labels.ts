import type { EnrollmentStatus, IdentityStatus, RegistrationState } from '../../gql/graphql';
import type { Tone } from '../../ui/status';

export const IDENTITY_STATUS: Record<IdentityStatus, { tone: Tone; label: string }> = {
  ACTIVE: { tone: 'ok', label: 'Active' },
  SUSPENDED: { tone: 'idle', label: 'Suspended' },
};

export const ENROLLMENT_STATUS: Record<EnrollmentStatus, { tone: Tone; label: string }> = {
  ENROLLED: { tone: 'ok', label: 'Enrolled' },
  PENDING: { tone: 'busy', label: 'Invited' },
  UNENROLLED: { tone: 'idle', label: 'Not enrolled' },
};

export const REGISTRATION_STATE: Record<RegistrationState, { tone: Tone; label: string; meaning: string }> = {
  IN_SYNC: { tone: 'ok', label: 'In step', meaning: 'Okta has confirmed the value.' },
  PENDING: { tone: 'busy', label: 'Pending', meaning: 'About to be written to Okta.' },
  RETRYING: { tone: 'warn', label: 'Retrying', meaning: 'Okta did not take the write; it is tried again by itself.' },
  PARKED: { tone: 'bad', label: 'Parked', meaning: 'Okta refused the write. Mend the cause, then retry.' },
  UNLINKED: {
    tone: 'warn',
    label: 'Not in Okta',
    meaning: 'Okta knows no such user, so there is nothing to write to.',
  },
  SKIPPED: {
    tone: 'idle',
    label: 'Skipped',
    meaning: 'Okta does not let this user be written in their present status; looked at again when they are active.',
  },
  DISABLED: { tone: 'idle', label: 'Off', meaning: 'The registration attribute is not configured or inactive.' },
};

interface Registration {
  desired: boolean;
  state: RegistrationState;
}

/** In lists: a person without a passkey whom Okta has as such needs no mark. */
export function registrationSummary(registration: Registration | null | undefined): { tone: Tone; label: string } {
  if (!registration) return { tone: 'idle', label: '–' };
  const { tone, label } = REGISTRATION_STATE[registration.state];
  if (registration.state !== 'IN_SYNC') return { tone, label };
  return registration.desired ? { tone: 'ok', label: 'Registered' } : { tone: 'idle', label: 'Not registered' };
}
