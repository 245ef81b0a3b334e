import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { ConfigError } from '../config/environment.js';
import { databaseErrorMessage } from './errors/database-error-message.js';
import { sqlState } from './errors/sql-state.js';

/** PostgreSQL is starting up, recovering after a crash, or shutting down to start again. */
const CANNOT_CONNECT_NOW = '57P03';
const PAUSE_MS = 500;

/**
 * Opens the source. Waits while PostgreSQL is starting or recovering. The wait has no limit; the supervisor of this process may end it.
 * @throws ConfigError when the database refuses the connection
 */
export async function openSource(source: DataSource): Promise<void> {
  while (!source.isInitialized) {
    try {
      await source.initialize();
    } catch (error) {
      if (sqlState(error) !== CANNOT_CONNECT_NOW) {
        throw new ConfigError(`DATABASE_URL leads to no database that can be used: ${databaseErrorMessage(error)}`);
      }
      await sleep(PAUSE_MS);
    }
  }
}
