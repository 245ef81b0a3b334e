import { registerEnumType } from '@nestjs/graphql';

/** Enrollment state of a person. */
export enum EnrollmentStatus {
  UNENROLLED = 'UNENROLLED',
  /** Invited, and the invitation is still valid. */
  PENDING = 'PENDING',
  ENROLLED = 'ENROLLED',
}

registerEnumType(EnrollmentStatus, {
  name: 'EnrollmentStatus',
  description: 'How far a person has come towards a passkey.',
});

export function enrollmentStatusOf(
  { activePasskeys, invitedUntil }: { activePasskeys: number; invitedUntil: Date | null },
  now: Date,
): EnrollmentStatus {
  if (activePasskeys > 0) return EnrollmentStatus.ENROLLED;
  return invitedUntil !== null && invitedUntil > now ? EnrollmentStatus.PENDING : EnrollmentStatus.UNENROLLED;
}

/** SQL condition for a status of identity `i`; `now` binds the current time and returns its placeholder. */
export function enrollmentCondition(status: EnrollmentStatus, now: () => string): string {
  switch (status) {
    case EnrollmentStatus.ENROLLED:
      return 'i.active_passkeys > 0';
    case EnrollmentStatus.PENDING:
      return `i.active_passkeys = 0 and i.invited_until > ${now()}`;
    case EnrollmentStatus.UNENROLLED:
      return `i.active_passkeys = 0 and (i.invited_until is null or i.invited_until <= ${now()})`;
  }
}
