import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';

/** Connections of one process. Several replicas together stay below PostgreSQL's default limit of 100. */
const POOL_SIZE = 16;

/**
 * Limit for opening a connection, and for waiting for a free one. A burst of requests waits for less. When no connection is returned at
 * all, PoolGate refuses requests earlier.
 */
const CONNECT_TIMEOUT_MS = 10_000;

const STATEMENT_TIMEOUT_MS = 30_000;
/** Time limit that the client enforces, because a server that hangs or cannot be reached does not enforce its own. */
const SILENCE_MS = STATEMENT_TIMEOUT_MS + 5_000;

export function dataSourceOptions(url: string, applicationName: string): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName,
    poolSize: POOL_SIZE,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    logging: ['error', 'warn'],
    extra: {
      keepAlive: true,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: SILENCE_MS,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}
