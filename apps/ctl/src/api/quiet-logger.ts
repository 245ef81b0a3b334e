import type { LoggerService } from '@nestjs/common';

const QUIET = () => undefined;

/** stdout belongs to the command's answer: of the libraries' logs only errors are told, on stderr. */
export const quietLogger: LoggerService = {
  log: QUIET,
  warn: QUIET,
  debug: QUIET,
  verbose: QUIET,
  error: tell,
  fatal: tell,
};

/** Nest tells every refusal under this name; what nobody foresaw is told by the GraphQL edge again. */
const REFUSALS = 'ExceptionsHandler';

function tell(message: unknown, ...rest: unknown[]): void {
  if (rest.at(-1) === REFUSALS) return;
  process.stderr.write(`${message instanceof Error ? (message.stack ?? message.message) : String(message)}\n`);
}
