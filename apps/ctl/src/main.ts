import 'reflect-metadata';
import type { AdminApi } from './api/admin-api.js';
import { connect, type ConnectOptions } from './api/connect.js';
import type { CommandContext } from './commands/command-context.js';
import { ExitCode } from './output/exit-code.js';
import { noteTo } from './output/note.js';
import { programOf } from './program.js';

const program = programOf(async (work) => {
  const options = program.opts<ConnectOptions & { json?: boolean }>();
  let api: AdminApi | undefined;
  const note = noteTo(process.stderr);
  try {
    api = await connect(options);
    const context: CommandContext = {
      api,
      json: options.json ?? false,
      print: (value, say) => {
        note.end();
        process.stdout.write(`${options.json ? JSON.stringify(value, null, 2) : say(value)}\n`);
      },
      note: note.say,
    };
    process.exitCode = await work(context);
  } catch (error) {
    note.end();
    process.stderr.write(`rollcall: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = ExitCode.FAILED;
  } finally {
    await api?.close();
  }
});

await program.parseAsync();
