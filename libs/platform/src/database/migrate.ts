import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openSource } from './open-source.js';
import { sqlState } from './errors/sql-state.js';

/** Key of the advisory lock on migrations: an arbitrary 64-bit number that no other advisory lock uses. */
const LOCK = '7305802194416230913';

const LOCK_NOT_AVAILABLE = '55P03';
const ATTEMPTS = 20;
const PAUSE_MS = 500;

/**
 * Brings the schema up to date. Replicas that start together run one after the other. If a migration cannot lock its table within the
 * source's `lock_timeout`, it is rolled back, so that waiting statements can proceed, and retried.
 * @returns names of the migrations that ran
 * @throws ConfigError when the database refuses the connection
 */
export async function migrate(source: DataSource): Promise<string[]> {
  await openSource(source);
  const runner = source.createQueryRunner();
  try {
    await runner.query('set lock_timeout = 0');
    await runner.query(`select pg_advisory_lock(${LOCK})`);
    return await patiently(source);
  } finally {
    await runner.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

async function patiently(source: DataSource): Promise<string[]> {
  const names: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      for (const { name } of await source.runMigrations({ transaction: 'each' })) names.push(name);
      return names;
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
