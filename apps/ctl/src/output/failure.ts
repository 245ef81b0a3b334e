import { CommanderError } from 'commander';
import { ApiRefusal } from '../api/admin-api.js';

/** The error as one line. For a rejected token, the line also says how to provide another token. */
export function failure(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ').trim();
  if (error instanceof CommanderError) return `${message.replace(/^error: /, '')} (see --help)`;
  const turnedAway = error instanceof ApiRefusal && error.code === 'UNAUTHENTICATED' && !message.includes('--token');
  return turnedAway ? `${message} Give another with --token or ADMIN_TOKEN.` : message;
}

/**
 * The error for --json. `code` is the admin API's code, `USAGE` for an invalid command line, and otherwise `FAILED`.
 */
export function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof CommanderError) return { code: 'USAGE', message: failure(error) };
  return { code: error instanceof ApiRefusal ? error.code : 'FAILED', message: failure(error) };
}
