import { DomainError, type DomainErrorCode } from '@rollcall/platform';
import type { EnrollmentState } from './enrollment-state.js';

/** Why the enrollment page cannot continue. The page has a text for each reason. */
export type EnrollmentRefusal =
  Exclude<EnrollmentState, 'OPEN'> | 'UNKNOWN' | 'CEREMONY_EXPIRED' | 'ALREADY_ENROLLED' | 'INVALID_RESPONSE';

const REFUSALS: Readonly<Record<EnrollmentRefusal, readonly [DomainErrorCode, string]>> = {
  UNKNOWN: ['NOT_FOUND', 'This enrollment link is not known. Check that the whole link was copied.'],
  USED: ['CONFLICT', 'This enrollment link has already been used.'],
  REPLACED: ['CONFLICT', 'A newer enrollment link was made; use that one.'],
  CANCELLED: ['CONFLICT', 'This enrollment link was revoked. Ask your administrator for a new one.'],
  EXPIRED: ['CONFLICT', 'This enrollment link has expired. Ask your administrator for a new one.'],
  SUSPENDED: ['CONFLICT', 'This account is suspended. Ask your administrator.'],
  CEREMONY_EXPIRED: ['CONFLICT', 'That took too long, or was started again in another window. Try again.'],
  ALREADY_ENROLLED: ['CONFLICT', 'This device already holds a passkey for this account.'],
  INVALID_RESPONSE: ['BAD_USER_INPUT', "Your device's answer could not be verified. Try again."],
};

/** An error of the enrollment page, with a message for the person who enrolls. */
export class EnrollmentRefused extends DomainError {
  constructor(readonly reason: EnrollmentRefusal) {
    const [code, message] = REFUSALS[reason];
    super(code, message);
  }
}
