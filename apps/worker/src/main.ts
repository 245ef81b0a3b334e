import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  AppConfig,
  ConfigError,
  environmentWarnings,
  loadConfig,
  PinoLogger,
  startFailure,
  stopOnSignal,
} from '@rollcall/platform';
import { prepareSchema } from '../../../migrations/index.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  for (const line of environmentWarnings()) console.error(`rollcall: ${line}`);
  const config = new AppConfig({ ...loadConfig(), worker: true });
  if (!config.databaseUrl) throw new ConfigError("DATABASE_URL must be set: a worker shares the server's database");
  await prepareSchema(config);
  const starting = NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: new PinoLogger(config),
    abortOnError: false,
  });
  // The worker claims work before it has started completely. If a signal arrives by then, the worker first completes
  // its start and then stops in order.
  stopOnSignal(async () => (await starting).close());
  await starting;
}

main().catch((error: unknown) => {
  console.error('rollcall worker could not start:', startFailure(error));
  process.exit(1);
});
