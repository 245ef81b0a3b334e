import { sqlState } from './sql-state.js';

/**
 * SQLSTATE classes of a server that is unreachable, stopping, starting, out of resources or timing out. 25006 means a read-only standby.
 */
const AWAY = /^(08|53|57|25006)/;
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
/** Messages of errors of pg and its pool, which have no code. */
const MESSAGES =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable)/;

/** Whether an error means that PostgreSQL is temporarily unavailable, so that the same request may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return AWAY.test(sqlState(error) ?? '') || SOCKET_CODES.has(String(code)) || MESSAGES.test(error.message);
}
