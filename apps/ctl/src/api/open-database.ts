import { AppConfig, migrate, databaseErrorMessage, startEmbeddedPostgres } from '@rollcall/platform';
import { migrationSource } from '../../../../migrations/index.js';
import { ApiRefusal } from './admin-api.js';

export interface OpenDatabase {
  /** Configuration of a process without scheduled work. */
  config: AppConfig;
  close(): Promise<void>;
}

/**
 * Opens the database of this installation. Uses the embedded server if it runs already, and otherwise starts it. Stops
 * it at the end unless another process uses it.
 * @throws ApiRefusal if the database cannot be reached, or has the schema of another release
 */
export async function openDatabase(given: AppConfig): Promise<OpenDatabase> {
  const postgres = given.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: given.dataDir });
  const close = async () => postgres?.stop();
  const url = postgres?.url ?? given.databaseUrl ?? '';
  try {
    if (postgres) await migrate(migrationSource(url));
    else await assertCurrent(url);
  } catch (error) {
    await close();
    throw error instanceof ApiRefusal
      ? error
      : new ApiRefusal(
          'UNAVAILABLE',
          `The database cannot be used: ${databaseErrorMessage(error)} (DATABASE_URL, else DATA_DIR, says which)`,
        );
  }
  return { config: new AppConfig({ ...given, databaseUrl: url, worker: false, metricsPort: undefined }), close };
}

/**
 * Refuses a database with pending migrations. Does not run them, because the servers that share a database migrate it
 * when they are updated.
 */
async function assertCurrent(url: string): Promise<void> {
  const source = await migrationSource(url).initialize();
  try {
    if (!(await source.showMigrations())) return;
  } finally {
    await source.destroy();
  }
  throw new ApiRefusal(
    'CONFLICT',
    'The database is older than this command line: start a server of this release once, which updates it, or use the command line of the older release.',
  );
}
