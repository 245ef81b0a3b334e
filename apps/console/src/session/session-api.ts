import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { ApiError, toApiErrorCode } from '../api/api-error';
import { noteAnswered, noteLost } from '../api/connection';

/** Exchanges a sign-in link's token or an admin token for the session cookie. @throws ApiError */
export async function startSession(token: string): Promise<void> {
  await send('POST', '/session', { token });
}

/** Options for requesting a passkey from the authenticator. @throws ApiError */
export async function passkeyRequest(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return (await send('POST', '/session/passkey/options', {})) as PublicKeyCredentialRequestOptionsJSON;
}

/** Exchanges an authenticator's answer for the session cookie. @throws ApiError */
export async function startPasskeySession(response: AuthenticationResponseJSON): Promise<void> {
  await send('POST', '/session/passkey', { response });
}

/** Options for creating a passkey. @throws ApiError */
export async function passkeyCreation(): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return (await send('POST', '/session/passkeys/options', {})) as PublicKeyCredentialCreationOptionsJSON;
}

/**
 * @param name if undefined, the server names the passkey after the device. @returns the name of the passkey. @throws
 * ApiError
 */
export async function addPasskey(response: RegistrationResponseJSON, name: string | undefined): Promise<string> {
  return ((await send('POST', '/session/passkeys', { response, name })) as { name: string }).name;
}

/** @throws ApiError */
export async function endSession(): Promise<void> {
  await send('DELETE', '/session');
}

/** @returns the JSON of the answer; undefined if the answer has no body */
async function send(method: 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
  const response = await answerOf(method, path, body);
  if (response.status >= 500) throw ApiError.unreachable();
  if (response.status === 204) return undefined;
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const { error, message } = answer as { error?: unknown; message?: unknown };
  throw new ApiError(toApiErrorCode(error), typeof message === 'string' ? message : 'The server refused.');
}

async function answerOf(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Response> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    noteAnswered();
    return response;
  } catch {
    noteLost();
    throw ApiError.unreachable();
  }
}
