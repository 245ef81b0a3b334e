import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppConfig, ConfigError, loadConfig, migrate, PinoLogger } from '@rollcall/platform';
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

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
  const message = error instanceof ConfigError ? `configuration: ${error.message}` : error;
  console.error('rollcall worker could not start:', message);
  process.exit(1);
});
