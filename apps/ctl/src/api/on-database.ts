import type { DataSource } from 'typeorm';

/** Runs `work` with a connection to this installation's database. Checks neither the schema nor the encryption keys. */
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
