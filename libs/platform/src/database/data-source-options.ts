import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';

/** Connections of one process. PostgreSQL's default of 100 then carries several replicas. */
const POOL_SIZE = 16;

export function dataSourceOptions(url: string, applicationName: string): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName,
    poolSize: POOL_SIZE,
    connectTimeoutMS: 10_000,
    logging: ['error', 'warn'],
    extra: { keepAlive: true, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  };
}
