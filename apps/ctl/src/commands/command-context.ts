import type { AdminApi } from '../api/admin-api.js';
import type { ExitCode } from '../output/exit-code.js';

/** What a command is given: the API, and how to speak. */
export interface CommandContext {
  api: AdminApi;
  /** Prints a value as JSON with --json, else the text that `say` makes of it. */
  print<T>(value: T, say: (value: T) => string): void;
  /** Progress: never on stdout. */
  note(text: string): void;
  /** Aborted by Ctrl-C. */
  interrupted: AbortSignal;
}

/** With the admin API. */
export type Run = (work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>;

/** Without it. */
export type RunAlone = (work: (context: Pick<CommandContext, 'print'>) => Promise<ExitCode>) => Promise<void>;
