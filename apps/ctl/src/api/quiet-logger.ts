import type { LoggerService } from '@nestjs/common';

const QUIET = () => undefined;

/** stdout belongs to the command's answer: the libraries log errors only, on stderr. */
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
