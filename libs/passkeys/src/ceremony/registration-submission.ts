import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';

/** Characters of base64url; WebAuthn allows credential ids of 1023 bytes, attestations of some kilobytes. */
const MAX_ID = 1364;
const MAX_PART = 48 * 1024;
const MAX_TRANSPORTS = 10;

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** What the page posts after the ceremony. */
export interface RegistrationSubmission {
  /** RegistrationResponseJSON (WebAuthn Level 3 §5.1.8.1), cut to the members that are verified or kept. */
  response: RegistrationResponseJSON;
  deviceName: string | undefined;
}

/** @throws EnrollmentRefused INVALID_RESPONSE unless the body has the shape */
export function registrationSubmission(body: unknown): RegistrationSubmission {
  const { response: credential, deviceName } = record(body);
  const { id, rawId, type, response } = record(credential);
  const { clientDataJSON, attestationObject, transports = [] } = record(response);
  if (type !== 'public-key' || !isBase64Url(id, MAX_ID) || rawId !== id) throw refused();
  if (!isBase64Url(clientDataJSON, MAX_PART) || !isBase64Url(attestationObject, MAX_PART)) throw refused();
  if (!Array.isArray(transports) || transports.length > MAX_TRANSPORTS || !transports.every(isTransport))
    throw refused();
  if (deviceName !== undefined && typeof deviceName !== 'string') throw refused();
  return {
    response: {
      id,
      rawId,
      type,
      response: { clientDataJSON, attestationObject, transports },
      clientExtensionResults: {},
    },
    deviceName,
  };
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused();
  return value as Record<string, unknown>;
}

function isBase64Url(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength && BASE64URL.test(value);
}

/** Any short token: browsers may name transports that we don't know (WebAuthn Level 3 §5.8.4). */
function isTransport(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value);
}

function refused(): EnrollmentRefused {
  return new EnrollmentRefused('INVALID_RESPONSE');
}
