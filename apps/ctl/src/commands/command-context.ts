import type { AdminApi } from '../api/admin-api.js';
import type { ExitCode } from '../output/exit-code.js';

/** Context of a command: the API, and its output. */
export interface CommandContext {
  api: AdminApi;
  /** Prints a value as JSON with --json, otherwise the text that `say` returns. */
  print<T>(value: T, say: (value: T) => string): void;
  /** Writes a progress message, never to stdout. */
  note(text: string): void;
  /** Aborted by Ctrl-C. */
  interrupted: AbortSignal;
}

/** Runs a command that uses the admin API. */
export type Run = (work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>;

/** Runs a command without the admin API. */
export type RunAlone = (work: (context: Pick<CommandContext, 'print'>) => Promise<ExitCode>) => Promise<void>;
