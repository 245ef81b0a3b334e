import 'reflect-metadata';
import type { CommanderError } from 'commander';
import type { AdminApi } from './api/admin-api.js';
import { connect, type ConnectOptions } from './api/connect.js';
import type { CommandContext } from './commands/command-context.js';
import { failure, refusalOf } from './output/failure.js';
import { ExitCode } from './output/exit-code.js';
import { notesTo } from './output/note.js';
import { printableApi, printableJson, printableScreen, printableText } from './output/printable.js';
import { programOf } from './program.js';

/** The exit code that a shell reports for a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Read from the arguments directly, because commander may reject the command line before it has parsed the options. */
const json = process.argv.includes('--json');

const interrupt = new AbortController();
process.on('SIGINT', () => {
  if (interrupt.signal.aborted) process.exit(INTERRUPTED);
  interrupt.abort();
  process.stderr.write('rollcall: stopping; Ctrl-C again leaves at once\n');
});
// The process that reads the pipe has ended (`| head`). The command ignores the error and runs to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const notes = notesTo(process.stderr);

const print: CommandContext['print'] = (value, say) => {
  notes.end();
  process.stdout.write(`${json ? printableJson(value) : printableScreen(say(value))}\n`);
};

function refuse(error: unknown, exitCode: number): void {
  notes.end();
  if (json) process.stdout.write(`${printableJson({ error: refusalOf(error) })}\n`);
  process.stderr.write(`rollcall: ${printableText(failure(error))}\n`);
  process.exitCode = exitCode;
}

const program = programOf(
  async (work) => {
    let api: AdminApi | undefined;
    try {
      api = await connect(program.opts<ConnectOptions>(), notes.aside);
      // With --json, `print` makes the whole output printable, so the API's data is not changed before that. For text,
      // the data must be printable before it is formatted.
      process.exitCode = await work({
        api: json ? api : printableApi(api),
        print,
        note: notes.say,
        interrupted: interrupt.signal,
      });
    } catch (error) {
      refuse(error, ExitCode.FAILED);
    } finally {
      await api?.close();
    }
  },
  async (work) => {
    try {
      process.exitCode = await work({ print });
    } catch (error) {
      refuse(error, ExitCode.FAILED);
    }
  },
);

try {
  await program.parseAsync();
} catch (error) {
  // commander also reports help and version as errors, with code 0.
  if ((error as CommanderError).exitCode !== 0) refuse(error, ExitCode.USAGE);
}
