import 'reflect-metadata';
import type { AdminApi } from './api/admin-api.js';
import { connect, type ConnectOptions } from './api/connect.js';
import { failure } from './output/failure.js';
import { ExitCode } from './output/exit-code.js';
import { notesTo } from './output/note.js';
import { programOf } from './program.js';

/** Of a shell, for what Ctrl-C ended. */
const INTERRUPTED = 130;

const interrupt = new AbortController();
process.on('SIGINT', () => {
  if (interrupt.signal.aborted) process.exit(INTERRUPTED);
  interrupt.abort();
  process.stderr.write('rollcall: stopping; Ctrl-C again leaves at once\n');
});
// The reader of a pipe went away (`| head`): nobody is left to tell, but what is under way is ended properly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const program = programOf(async (work) => {
  const { json, ...options } = program.opts<ConnectOptions & { json?: boolean }>();
  const notes = notesTo(process.stderr);
  let api: AdminApi | undefined;
  try {
    api = await connect(options, notes.aside);
    process.exitCode = await work({
      api,
      print: (value, say) => {
        notes.end();
        process.stdout.write(`${json ? JSON.stringify(value, null, 2) : say(value)}\n`);
      },
      note: notes.say,
      interrupted: interrupt.signal,
    });
  } catch (error) {
    notes.end();
    process.stderr.write(`rollcall: ${failure(error)}\n`);
    process.exitCode = ExitCode.FAILED;
  } finally {
    await api?.close();
  }
});

await program.parseAsync();
