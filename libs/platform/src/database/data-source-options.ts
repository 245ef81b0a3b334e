import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';

/** Connections of one process; several replicas fit into PostgreSQL's default limit of 100. */
const POOL_SIZE = 16;

/** Limit for opening a connection and for waiting on the pool: longer than a burst. PoolGate refuses earlier when the pool is stuck. */
const CONNECT_TIMEOUT_MS = 10_000;

const STATEMENT_TIMEOUT_MS = 30_000;
/** Client-side limit, because a frozen or unreachable server never ends a statement. */
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
