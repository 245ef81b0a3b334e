import { ConfigError } from './environment.js';

/** The message of a failed start: one line that names the wrong setting; for any other error, the error itself with its stack. */
export function startFailure(error: unknown): unknown {
  const wrong = typeof error === 'object' && error !== null ? whatIsWrong(error as NodeJS.ErrnoException) : undefined;
  return wrong === undefined ? error : `configuration: ${wrong}`;
}

/** SQLSTATE disk_full of PostgreSQL. */
const DISK_FULL = '53100';

/** A listen error here concerns PORT, because MetricsServer converts its own listen error to a ConfigError that names METRICS_PORT. */
function whatIsWrong(error: NodeJS.ErrnoException): string | undefined {
  const { code, syscall, message } = error;
  if (error instanceof ConfigError) return message;
  if (code === 'ENOSPC') return `the disk is full (${message}): free space where DATA_DIR is`;
  if (code === DISK_FULL)
    return `PostgreSQL cannot write, its disk is full (${message}): free space where it keeps its data`;
  // The scheduler does not export the class of its errors.
  if (error.constructor.name === 'CronError') return `RECONCILE_CRON: ${message}`;
  if (code === 'EADDRINUSE') return `PORT is taken (${message}): stop what listens there, or set another`;
  if (syscall === 'listen') return `PORT cannot be used: ${message}`;
  return syscall === 'getaddrinfo' ? `HOST cannot be used: ${message}` : undefined;
}
