import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppConfig } from '../config/app-config.js';
import { dataSourceOptions } from './data-source-options.js';
import { Metrics } from '../metrics/metrics.js';
import { Database } from './database.js';
import { isDatabaseAway } from './errors/is-database-away.js';
import { sqlState } from './errors/sql-state.js';

/**
 * SQLSTATEs of a full disk and of a read-only standby. Their counters exist from the start with value 0, so that an alert detects the first
 * failure.
 */
const ALWAYS_TOLD = ['53100', '25006'];

/** Counts failures of PostgreSQL by SQLSTATE. The readiness check cannot detect a full disk, because it only reads. */
function countFailures(metrics: Metrics): (error: unknown) => void {
  const failures = metrics.counter({
    name: 'rollcall_database_failures_total',
    help: 'Statements and transactions that PostgreSQL could not carry out just now, by SQLSTATE; none: no answer.',
    labels: ['state'],
  });
  for (const state of ALWAYS_TOLD) failures.inc({ state }, 0);
  return (error) => {
    if (isDatabaseAway(error)) failures.inc({ state: sqlState(error) ?? 'none' });
  };
}

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [AppConfig],
      useFactory: (config: AppConfig) =>
        new DataSource(dataSourceOptions(config.databaseUrl ?? '', 'rollcall')).initialize(),
    },
    {
      provide: Database,
      inject: [DataSource, AppConfig, Metrics],
      useFactory: (source: DataSource, { preparedStatements, databaseDirectUrl }: AppConfig, metrics: Metrics) =>
        new Database(source, { preparedStatements, listenUrl: databaseDirectUrl, onFailure: countFailures(metrics) }),
    },
  ],
  exports: [Database],
})
export class DatabaseModule {}
