import { createHash } from 'node:crypto';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { DirectoryModule } from '@rollcall/directory';
import { OktaSyncModule, ReconciliationWorker, RegistrationLedgerModule, WriteBackWorker } from '@rollcall/okta-sync';
import { PasskeysModule } from '@rollcall/passkeys';
import { AppConfig, Clock, Database, loadConfig, OutboundHttp, PlatformModule } from '@rollcall/platform';
import { TenancyModule } from '@rollcall/tenancy';
import { Container } from '../harness/container.js';
import { SimulatedDatabase, type DatabaseParts } from '../harness/simulated-database.js';
import { SimulatedNetwork, type NetworkParts } from '../harness/simulated-network.js';
import type { SimulatedProcess } from '../harness/simulated-process.js';

const configOf = (worker: boolean): AppConfig =>
  loadConfig({
    DATABASE_URL: 'postgres://rollcall@simulated/rollcall',
    ADMIN_TOKEN: 'root-token-of-a-simulation',
    ENCRYPTION_KEYS: `k1:${createHash('sha256').update('simulation').digest('base64')}`,
    RECONCILE_CRON: '* * * * *',
    WORKER: worker ? 'on' : 'off',
    LOG_LEVEL: 'silent',
  });

/** The product's code in one simulated process. */
export function startProduct(
  process: SimulatedProcess,
  parts: { database: DatabaseParts; network: NetworkParts },
  onFailure: (error: unknown) => void,
): Container {
  const worker = process.name.startsWith('worker');
  const container = new Container(
    [
      PlatformModule.forRoot(configOf(worker)),
      TenancyModule,
      DirectoryIntegrationModule,
      RegistrationLedgerModule,
      DirectoryModule,
      PasskeysModule,
      OktaSyncModule,
    ],
    new Map<unknown, unknown>([
      [Database, new SimulatedDatabase(process, parts.database)],
      [OutboundHttp, new SimulatedNetwork(process, parts.network)],
    ]),
  );
  process.run(() => boot(container, worker)).catch(onFailure);
  return container;
}

async function boot(container: Container, worker: boolean): Promise<void> {
  await (container.get(Clock) as Clock & { onModuleInit(): Promise<void> }).onModuleInit();
  if (!worker) return;
  await container.get(WriteBackWorker).start();
  await container.get(ReconciliationWorker).start();
  for (const name of ['HealthCheckScheduler', 'ReconciliationSchedule']) {
    await container.named<{ onApplicationBootstrap(): Promise<void> | void }>(name).onApplicationBootstrap();
  }
}
