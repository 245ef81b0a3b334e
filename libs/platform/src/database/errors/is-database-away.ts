import { sqlState } from './sql-state.js';

/** SQLSTATE classes of a server that is gone, going, starting, full, or too slow to end a statement in time; 25006: only read for now, a standby. */
const AWAY = /^(08|53|57|25006)/;
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
/** What pg and its pool say without a code. */
const MESSAGES =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable)/;

/** Whether a failure says that PostgreSQL can't be had just now: the same request may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return AWAY.test(sqlState(error) ?? '') || SOCKET_CODES.has(String(code)) || MESSAGES.test(error.message);
}
