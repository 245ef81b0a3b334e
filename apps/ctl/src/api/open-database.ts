import { AppConfig, migrate, databaseErrorMessage, startEmbeddedPostgres } from '@rollcall/platform';
import { migrationSource } from '../../../../migrations/index.js';
import { ApiRefusal } from './admin-api.js';

export interface OpenDatabase {
  /** Configuration of a process without scheduled work. */
  config: AppConfig;
  close(): Promise<void>;
}

/**
 * The database of this installation. Joins the embedded server if it runs, otherwise starts it; leaves it running if another process
 * uses it.
 * @throws ApiRefusal when it cannot be reached, or is of another release
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

/** Requires a migrated database: a shared one is migrated by its servers when they are updated. */
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
