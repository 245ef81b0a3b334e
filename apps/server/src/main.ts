import 'reflect-metadata';
import {
  AppConfig,
  ConfigError,
  Drain,
  loadConfig,
  migrate,
  startEmbeddedPostgres,
  stopOnSignal,
} from '@rollcall/platform';
import { migrationSource } from '../../../migrations/index.js';
import { announce } from './announce.js';
import { createServer } from './create-server.js';

async function main(): Promise<void> {
  const given = loadConfig();
  const postgres = given.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: given.dataDir });
  const config = postgres ? new AppConfig({ ...given, databaseUrl: postgres.url }) : given;
  await migrate(migrationSource(config.databaseDirectUrl ?? config.databaseUrl ?? ''));
  const app = await createServer(config);

  stopOnSignal(async () => {
    await app.get(Drain).begin();
    await app.close();
    await postgres?.stop();
  }, config.drainSeconds);

  await app.listen(config.port, config.host);
  await announce(app, config, postgres !== undefined);
}

main().catch((error: unknown) => {
  const message = error instanceof ConfigError ? `configuration: ${error.message}` : error;
  console.error('rollcall could not start:', message);
  process.exit(1);
});
