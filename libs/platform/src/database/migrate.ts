import type { DataSource } from 'typeorm';

/** Any 64-bit number that nothing else locks. */
const LOCK = '7305802194416230913';

/** Brings the schema up to date; replicas that start together take turns. @returns names of the migrations that ran */
export async function migrate(source: DataSource): Promise<string[]> {
  if (!source.isInitialized) await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(${LOCK})`);
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await runner.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}
