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

function tell(message: unknown): void {
  process.stderr.write(`${message instanceof Error ? (message.stack ?? message.message) : String(message)}\n`);
}
