import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** Maximum lengths in base64url characters. WebAuthn allows credential ids of 1023 bytes; attestations have some kilobytes. */
const MAX_ID = 1364;
const MAX_PART = 48 * 1024;
/** A user handle has at most 64 bytes, which are 86 characters. */
const MAX_HANDLE = 86;
const MAX_TRANSPORTS = 10;

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/**
 * A browser's RegistrationResponseJSON (WebAuthn Level 3 §5.1.8.1), with only the members that are verified or stored. Undefined if the
 * value is malformed.
 */
export function registrationResponseOf(value: unknown): RegistrationResponseJSON | undefined {
  const credential = credentialOf(value);
  if (!credential) return undefined;
  const { clientDataJSON, attestationObject, transports = [] } = credential.response;
  if (!isBase64Url(clientDataJSON, MAX_PART) || !isBase64Url(attestationObject, MAX_PART)) return undefined;
  if (!Array.isArray(transports) || transports.length > MAX_TRANSPORTS || !transports.every(isTransport)) {
    return undefined;
  }
  return {
    id: credential.id,
    rawId: credential.id,
    type: 'public-key',
    response: { clientDataJSON, attestationObject, transports },
    clientExtensionResults: {},
  };
}

/** An assertion with a user handle, which discoverable credentials always return. */
export type DiscoveredResponseJSON = AuthenticationResponseJSON & { response: { userHandle: string } };

/**
 * A browser's AuthenticationResponseJSON (WebAuthn Level 3 §5.1.8.2), with only the members that are verified. Undefined if the value is
 * malformed.
 */
export function authenticationResponseOf(value: unknown): DiscoveredResponseJSON | undefined {
  const credential = credentialOf(value);
  if (!credential) return undefined;
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
  if (!isBase64Url(clientDataJSON, MAX_PART) || !isBase64Url(authenticatorData, MAX_PART)) return undefined;
  if (!isBase64Url(signature, MAX_PART) || !isBase64Url(userHandle, MAX_HANDLE)) return undefined;
  return {
    id: credential.id,
    rawId: credential.id,
    type: 'public-key',
    response: { clientDataJSON, authenticatorData, signature, userHandle },
    clientExtensionResults: {},
  };
}

function credentialOf(value: unknown): { id: string; response: Record<string, unknown> } | undefined {
  const { id, rawId, type, response } = record(value) ?? {};
  const answered = record(response);
  return type === 'public-key' && isBase64Url(id, MAX_ID) && rawId === id && answered
    ? { id, response: answered }
    : undefined;
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function isBase64Url(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength && BASE64URL.test(value);
}

/** Whether a value can be the name of a transport. Names that we do not know are accepted (WebAuthn Level 3 §5.8.4). */
function isTransport(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value);
}
