import type { LoggerService } from '@nestjs/common';

const QUIET = () => undefined;

/** stdout is reserved for the command's output: the libraries log errors only, to stderr. */
export const quietLogger: LoggerService = {
  log: QUIET,
  warn: QUIET,
  debug: QUIET,
  verbose: QUIET,
  error: tell,
  fatal: tell,
};

/** Nest logs every refusal under this name; the GraphQL edge logs unexpected errors itself. */
const REFUSALS = 'ExceptionsHandler';

function tell(message: unknown, ...rest: unknown[]): void {
  if (rest.at(-1) === REFUSALS) return;
  process.stderr.write(`${message instanceof Error ? (message.stack ?? message.message) : String(message)}\n`);
}
