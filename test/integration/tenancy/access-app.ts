import { randomBytes } from 'node:crypto';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { CredentialsModule } from '@rollcall/credentials';
import {
  DirectoryIntegrationModule,
  FakeRegistrationSyncListener,
  RegistrationSyncListener,
} from '@rollcall/directory-integration';
import {
  type AppConfig,
  Clock,
  Database,
  FakeClock,
  formatGraphqlError,
  loadConfig,
  PlatformModule,
} from '@rollcall/platform';
import { BackgroundWrites, TenancyModule } from '@rollcall/tenancy';
import { HttpProblemFilter } from '../../../apps/server/src/http-problem.filter.js';
import { createDatabase } from '../../support/index.js';

const ENCRYPTION_KEYS = `k1:${randomBytes(32).toString('base64')}`;

export const ROOT_TOKEN = 'the-root-administrator-of-these-tests';

const listener = { provide: RegistrationSyncListener, useClass: FakeRegistrationSyncListener };

@Global()
@Module({ providers: [listener], exports: [listener] })
class FakeLedgerModule {}

const graphql: ApolloDriverConfig = {
  driver: ApolloDriver,
  autoSchemaFile: true,
  formatError: formatGraphqlError,
  context: (req: unknown) => ({ req }),
};

export interface GraphqlError {
  message: string;
  extensions: { code: string; field?: string };
}

export interface GraphqlAnswer {
  data: Record<string, unknown> | null;
  errors?: GraphqlError[];
}

type Headers = Record<string, string>;

interface AccessAppOptions {
  publicUrl?: string;
  oktaAllowedHosts?: string[];
  rootToken?: string;
  /** An existing database to use. The caller drops it at the end. */
  databaseUrl?: string;
  /** Controllers of the test. They are in a module that may use the guards. */
  controllers?: Type[];
}

export type AccessApp = Awaited<ReturnType<typeof startAccessApp>>;

/**
 * Starts tenancy, integrations and credentials on their own database, with a fake registration ledger and a fake clock.
 */
export async function startAccessApp(options: AccessAppOptions = {}) {
  const {
    publicUrl = 'http://localhost:3000',
    oktaAllowedHosts = [],
    controllers = [],
    rootToken = ROOT_TOKEN,
  } = options;
  const store = options.databaseUrl === undefined ? await createDatabase() : undefined;
  const databaseUrl = options.databaseUrl ?? store!.url;
  const clock = new FakeClock(new Date('2026-06-01T12:00:00Z'));

  @Module({ imports: [TenancyModule, CredentialsModule], controllers })
  class GuardedModule {}

  const testing = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(configFor({ databaseUrl, publicUrl, rootToken, oktaAllowedHosts })),
      GraphQLModule.forRoot(graphql),
      FakeLedgerModule,
      TenancyModule,
      DirectoryIntegrationModule,
      CredentialsModule,
      GuardedModule,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalFilters(new HttpProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const query = async (headers: Headers, text: string, variables: object = {}): Promise<GraphqlAnswer> => {
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query: text, variables } });
    return answer.json<GraphqlAnswer>();
  };
  const asToken = (token: string, text: string, variables: object = {}) =>
    query({ authorization: `Bearer ${token}` }, text, variables);

  return {
    app,
    databaseUrl,
    clock,
    query,
    asToken,
    asRoot: (text: string, variables: object = {}) => asToken(ROOT_TOKEN, text, variables),
    database: app.get(Database),
    listener: app.get<FakeRegistrationSyncListener>(RegistrationSyncListener),
    writes: app.get(BackgroundWrites),
    async stop(): Promise<void> {
      await app.close();
      await store?.drop();
    },
  };
}

/** The only error of an answer, as `{ code, field, message }`. */
export function errorOf(answer: GraphqlAnswer): { code: string; field: string | undefined; message: string } {
  const [error] = answer.errors ?? [];
  if (!error) throw new Error(`no error in ${JSON.stringify(answer)}`);
  return { code: error.extensions.code, field: error.extensions.field, message: error.message };
}

function configFor({
  databaseUrl,
  publicUrl,
  rootToken,
  oktaAllowedHosts,
}: Required<Omit<AccessAppOptions, 'controllers'>>): AppConfig {
  return loadConfig({
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    ADMIN_TOKEN: rootToken,
    ENCRYPTION_KEYS,
    OKTA_ALLOWED_HOSTS: oktaAllowedHosts.join(','),
    WORKER: 'off',
    LOG_LEVEL: 'silent',
  });
}
