import type { LoggerService } from '@nestjs/common';

const QUIET = () => undefined;

/** Logs only errors, and to stderr, because stdout is reserved for the command's output. */
export const quietLogger: LoggerService = {
  log: QUIET,
  warn: QUIET,
  debug: QUIET,
  verbose: QUIET,
  error: tell,
  fatal: tell,
};

/**
 * The name under which Nest logs every refusal. These are dropped, because the GraphQL edge logs unexpected errors
 * itself.
 */
const REFUSALS = 'ExceptionsHandler';

function tell(message: unknown, ...rest: unknown[]): void {
  if (rest.at(-1) === REFUSALS) return;
  process.stderr.write(`${message instanceof Error ? (message.stack ?? message.message) : String(message)}\n`);
}
