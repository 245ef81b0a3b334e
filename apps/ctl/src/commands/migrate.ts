import { count } from '../output/count.js';
import { ExitCode } from '../output/exit-code.js';
import { onDatabase } from '../api/on-database.js';
import type { CommandContext } from './command-context.js';

/** Runs pending migrations. Servers that start with MIGRATE=off wait for this command. */
export async function migrateDatabase({ print }: Pick<CommandContext, 'print'>): Promise<ExitCode> {
  const { migrate } = await import('@rollcall/platform');
  const names = await onDatabase(migrate);
  print({ migrations: names }, () =>
    names.length === 0
      ? 'The schema is up to date.'
      : `${count(names.length, 'migration')} applied: ${names.join(', ')}`,
  );
  return ExitCode.OK;
}
