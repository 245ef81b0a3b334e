import { ApiError } from '../api/api-error';
import { noteAnswered, noteLost } from '../api/connection';

/** Exchanges a sign-in link's token or an admin token for the session cookie. @throws ApiError */
export async function startSession(token: string): Promise<void> {
  const response = await send('POST', JSON.stringify({ token }));
  if (response.ok) return;
  if (response.status === 429) throw new ApiError('RATE_LIMITED', 'Too many attempts. Wait a minute, then try again.');
  if (response.status >= 500) throw ApiError.unreachable();
  throw new ApiError('UNAUTHENTICATED', 'This token is not valid, has expired, or was used already.');
}

/** @throws ApiError */
export async function endSession(): Promise<void> {
  const response = await send('DELETE');
  if (!response.ok && response.status !== 401) throw ApiError.unreachable();
}

async function send(method: 'POST' | 'DELETE', body?: string): Promise<Response> {
  try {
    const response = await fetch('/session', {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        'apollo-require-preflight': 'true',
      },
      ...(body !== undefined && { body }),
    });
    noteAnswered();
    return response;
  } catch {
    noteLost();
    throw ApiError.unreachable();
  }
}
