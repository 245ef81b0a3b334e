import { randomBytes } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { FakeRegistrationLedger, IdentityService, RegistrationLedger } from '@rollcall/directory';
import {
  DirectoryIntegrationService,
  DirectoryProvider,
  FakeRegistrationSyncListener,
  RegistrationSyncListener,
  RegistrationSyncService,
} from '@rollcall/directory-integration';
import {
  EnrollmentService,
  FakeRegistrationReporter,
  PasskeyService,
  PasskeysModule,
  RegistrationReporter,
} from '@rollcall/passkeys';
import {
  type AppConfig,
  Clock,
  Database,
  FakeClock,
  formatGraphqlError,
  loadConfig,
  PlatformModule,
  systemCaller,
} from '@rollcall/platform';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { createDatabase } from '../../support/index.js';

const ledger = { provide: RegistrationLedger, useClass: FakeRegistrationLedger };
const listener = { provide: RegistrationSyncListener, useClass: FakeRegistrationSyncListener };
const reporter = { provide: RegistrationReporter, useClass: FakeRegistrationReporter };

/** Provides fakes in place of the write-back. */
@Global()
@Module({ providers: [ledger, listener, reporter], exports: [ledger, listener, reporter] })
class FakeWriteBackModule {}

const graphql: ApolloDriverConfig = {
  driver: ApolloDriver,
  autoSchemaFile: true,
  formatError: formatGraphqlError,
  context: (req: unknown) => ({ req }),
};

export const ADMIN_TOKEN = 'the-root-administrator-of-these-tests';

export type PasskeysApp = Awaited<ReturnType<typeof startPasskeysApp>>;

/** Starts the passkeys library with its own database, a fake write-back and a fake clock. */
export async function startPasskeysApp(publicUrl = 'https://id.acme.example') {
  const store = await createDatabase();
  const clock = new FakeClock(new Date());
  const testing = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(configFor(store.url, publicUrl)),
      GraphQLModule.forRoot(graphql),
      FakeWriteBackModule,
      PasskeysModule,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const caller = systemCaller(DEFAULT_TENANT_ID, 'test');
  const integration = await app
    .get(DirectoryIntegrationService)
    .create(caller, { name: 'Acme', provider: DirectoryProvider.OKTA });
  const identities = app.get(IdentityService);
  return {
    app,
    clock,
    caller,
    integration,
    identities,
    database: app.get(Database),
    enrollments: app.get(EnrollmentService),
    passkeys: app.get(PasskeyService),
    syncs: app.get(RegistrationSyncService),
    ledger: app.get<FakeRegistrationLedger>(RegistrationLedger),
    reporter: app.get<FakeRegistrationReporter>(RegistrationReporter),
    person: (userName: string, displayName: string | null = null) =>
      identities.create(caller, integration.id, {
        userName,
        displayName,
        externalId: `00u${userName}`,
        email: null,
        active: true,
        profile: {},
      }),
    async stop(): Promise<void> {
      await app.close();
      await store.drop();
    },
  };
}

function configFor(databaseUrl: string, publicUrl: string): AppConfig {
  return loadConfig({
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl,
    ADMIN_TOKEN,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    WORKER: 'off',
    LOG_LEVEL: 'silent',
  });
}
