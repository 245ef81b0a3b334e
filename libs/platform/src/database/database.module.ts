import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppConfig } from '../config/app-config.js';
import { dataSourceOptions } from './data-source-options.js';
import { Metrics } from '../metrics/metrics.js';
import { countFailures } from './database-metrics.js';
import { Database } from './database.js';

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
