import { registrationResponseOf } from '@rollcall/platform';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';

/** What the enrollment page sends after the ceremony. */
export interface RegistrationSubmission {
  response: RegistrationResponseJSON;
  deviceName: string | undefined;
}

/** @throws EnrollmentRefused INVALID_RESPONSE if the body is malformed */
export function registrationSubmission(body: unknown): RegistrationSubmission {
  const { response: credential, deviceName } = (body ?? {}) as Record<string, unknown>;
  const response = registrationResponseOf(credential);
  if (!response || (deviceName !== undefined && typeof deviceName !== 'string')) {
    throw new EnrollmentRefused('INVALID_RESPONSE');
  }
  return { response, deviceName };
}
