import type { DataSource } from 'typeorm';

/** Runs `work` with only a connection to this installation's database: neither the schema nor the encryption keys are checked. */
export async function onDatabase<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const { loadConfig, startEmbeddedPostgres } = await import('@rollcall/platform');
  const { migrationSource } = await import('../../../../migrations/index.js');
  const { databaseUrl, databaseDirectUrl, dataDir } = loadConfig();
  const postgres = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir });
  try {
    return await work(migrationSource(databaseDirectUrl ?? databaseUrl ?? postgres?.url ?? ''));
  } finally {
    await postgres?.stop();
  }
}
