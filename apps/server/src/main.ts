import 'reflect-metadata';
import {
  AppConfig,
  Drain,
  type EmbeddedPostgres,
  environmentWarnings,
  loadConfig,
  startEmbeddedPostgres,
  startFailure,
  stopOnSignal,
} from '@rollcall/platform';
import { prepareSchema } from '../../../migrations/index.js';
import { announce } from './announce.js';
import { createServer } from './create-server.js';

let app: Awaited<ReturnType<typeof createServer>> | undefined;
let postgres: EmbeddedPostgres | undefined;

async function main(): Promise<void> {
  for (const line of environmentWarnings()) console.error(`rollcall: ${line}`);
  const given = loadConfig();
  postgres = given.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: given.dataDir });
  const config = postgres ? new AppConfig({ ...given, databaseUrl: postgres.url }) : given;
  await prepareSchema(config);
  const server = await createServer(config);
  app = server;

  stopOnSignal(async () => {
    await server.get(Drain).begin();
    await server.close();
    await postgres?.stop();
  }, config.drainSeconds);

  await server.listen(config.port, config.host);
  await announce(server, config, postgres !== undefined);
}

main().catch(async (error: unknown) => {
  await app?.close().catch(() => undefined);
  await postgres?.stop().catch(() => undefined);
  // Printed after everything else, so that the operator sees it.
  console.error('rollcall could not start:', startFailure(error));
  process.exit(1);
});
