import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppConfig, ConfigError, loadConfig, migrate, PinoLogger, stopOnSignal } from '@rollcall/platform';
import { migrationSource } from '../../../migrations/index.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const config = new AppConfig({ ...loadConfig(), worker: true });
  if (!config.databaseUrl) throw new ConfigError("DATABASE_URL must be set: a worker shares the server's database");
  await migrate(migrationSource(config.databaseDirectUrl ?? config.databaseUrl));
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: new PinoLogger(config),
    abortOnError: false,
  });
  stopOnSignal(() => app.close());
}

main().catch((error: unknown) => {
  const message = error instanceof ConfigError ? `configuration: ${error.message}` : error;
  console.error('rollcall worker could not start:', message);
  process.exit(1);
});
