import 'reflect-metadata';
import {
  AppConfig,
  Drain,
  type EmbeddedPostgres,
  loadConfig,
  migrate,
  startEmbeddedPostgres,
  startFailure,
  stopOnSignal,
} from '@rollcall/platform';
import { migrationSource } from '../../../migrations/index.js';
import { announce } from './announce.js';
import { createServer } from './create-server.js';

let postgres: EmbeddedPostgres | undefined;

async function main(): Promise<void> {
  const given = loadConfig();
  postgres = given.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: given.dataDir });
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

main().catch(async (error: unknown) => {
  console.error('rollcall could not start:', startFailure(error));
  await postgres?.stop().catch(() => undefined);
  process.exit(1);
});
