import { ApiRefusal } from '../api/admin-api.js';

/** What went wrong, in one line; a token that is not accepted with the way to give another. */
export function failure(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ');
  const turnedAway = error instanceof ApiRefusal && error.code === 'UNAUTHENTICATED' && !message.includes('--token');
  return turnedAway ? `${message} Give another with --token or ADMIN_TOKEN.` : message;
}
