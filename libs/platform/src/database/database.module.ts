import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppConfig } from '../config/app-config.js';
import { dataSourceOptions } from './data-source-options.js';
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
      inject: [DataSource, AppConfig],
      useFactory: (source: DataSource, { preparedStatements, databaseDirectUrl }: AppConfig) =>
        new Database(source, { preparedStatements, listenUrl: databaseDirectUrl }),
    },
  ],
  exports: [Database],
})
export class DatabaseModule {}
