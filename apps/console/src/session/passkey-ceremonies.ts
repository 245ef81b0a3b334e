import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { ApiError } from '../api/api-error';
import { addPasskey, passkeyCreation, passkeyRequest, startPasskeySession } from './session-api';

/** Whether passkeys work here: the browser must support them, and the address must be https or localhost. */
export const PASSKEYS_WORK: boolean = window.isSecureContext && browserSupportsWebAuthn();

/** Signs in with whichever passkey the person chooses. @throws ApiError */
export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await passkeyRequest();
  const response = await asked(
    () => startAuthentication({ optionsJSON }),
    'No passkey was used: the prompt was closed or ran out of time, or this device holds none for this console.',
  );
  await startPasskeySession(response);
}

/** Makes a passkey for the signed-in administrator. @returns its name. @throws ApiError */
export async function createPasskey(name: string): Promise<string> {
  const optionsJSON = await passkeyCreation();
  const response = await asked(
    () => startRegistration({ optionsJSON }),
    'No passkey was created: the prompt was closed or ran out of time. You can try again.',
  );
  return addPasskey(response, name.trim() || undefined);
}

async function asked<T>(ask: () => Promise<T>, refused: string): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new ApiError('CONFLICT', wordsFor(error, refused));
  }
}

function wordsFor(error: unknown, refused: string): string {
  switch (error instanceof WebAuthnError ? error.code : undefined) {
    case 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED':
      return 'This device already holds a passkey of yours for this console.';
    case 'ERROR_INVALID_DOMAIN':
    case 'ERROR_INVALID_RP_ID':
      return 'Passkeys do not work at this address. Open the console at its public address.';
    case 'ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT':
    case 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT':
      return 'That device cannot check who you are: it needs a screen lock, a PIN or a fingerprint.';
    default:
      return refused;
  }
}
