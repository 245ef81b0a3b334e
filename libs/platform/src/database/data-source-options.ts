import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';

/** Connections of one process. PostgreSQL's default of 100 then carries several replicas. */
const POOL_SIZE = 16;

/** For a new connection and for a turn at the pool: long enough to outlast a burst, short of the 60 s after which Okta hangs up. */
const CONNECT_TIMEOUT_MS = 20_000;

export function dataSourceOptions(url: string, applicationName: string): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName,
    poolSize: POOL_SIZE,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    logging: ['error', 'warn'],
    extra: { keepAlive: true, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  };
}
