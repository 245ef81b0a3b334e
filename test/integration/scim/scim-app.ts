import { Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ScimCredentialService } from '@rollcall/credentials';
import { FakeRegistrationLedger, RegistrationLedger } from '@rollcall/directory';
import { FakeRegistrationSyncListener, RegistrationSyncListener } from '@rollcall/directory-integration';
import { AppConfig, type Database, PlatformModule, systemCaller, withRequestId } from '@rollcall/platform';
import { configureScimHttp, refuseScimUrl, ScimModule } from '@rollcall/scim';
import { createDatabase, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';

const ledger = new FakeRegistrationLedger();

@Global()
@Module({
  providers: [
    { provide: RegistrationLedger, useValue: ledger },
    { provide: RegistrationSyncListener, useClass: FakeRegistrationSyncListener },
  ],
  exports: [RegistrationLedger, RegistrationSyncListener],
})
class FakeLedgerModule {}

/** Members of answers that tests read. All are optional. */
export interface ScimBody {
  id: string;
  schemas: string[];
  userName: string;
  displayName: string;
  active: boolean;
  meta: { created: string; lastModified: string; version: string; location: string };
  members?: { value: string; display: string }[];
  totalResults: number;
  Resources: ScimBody[];
  nextCursor?: string;
  Operations: { status: string; location?: string; bulkId?: string; version?: string; response?: ScimBody }[];
  status: string;
  scimType?: string;
  detail: string;
  [attribute: string]: unknown;
}

export interface ScimResponse {
  status: number;
  headers: Record<string, string | undefined>;
  body: ScimBody;
  text: string;
}

/** A SCIM client of one integration. */
export interface ScimClient {
  tenantId: string;
  integrationId: string;
  token: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ScimResponse>;
}

export interface ScimApp {
  app: NestFastifyApplication;
  database: Database;
  ledger: FakeRegistrationLedger;
  /** Creates a tenant with an integration. @returns a client of the integration */
  client(): Promise<ScimClient>;
  close(): Promise<void>;
}

/** Starts the SCIM service on its own database. Tests call it without a network connection. */
export async function startScim(settings: Partial<AppConfig> = {}, on?: TestDatabase): Promise<ScimApp> {
  const { url, database, drop } = on ?? (await createDatabase());
  const config = new AppConfig({
    publicUrl: 'https://rollcall.test',
    databaseUrl: url,
    encryptionKeys: [{ id: 'k1', key: Buffer.alloc(32, 1) }],
    oktaAllowedHosts: [],
    ...settings,
  } as unknown as AppConfig);
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config), FakeLedgerModule, ScimModule],
  }).compile();
  const adapter = new FastifyAdapter({
    frameworkErrors: refuseScimUrl,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: 200 },
  });
  const app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  // Creates a context for each request, as the server does. TenantShare needs it to store the request's turn.
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => withRequestId(String(request.id), done));
  configureScimHttp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database,
    ledger,
    client: async () => {
      const tenantId = await seedTenant(database);
      const integrationId = await seedIntegration(database, tenantId);
      const { token } = await app
        .get(ScimCredentialService, { strict: false })
        .generateBearerToken(systemCaller(tenantId, 'test'), { integrationId });
      return { tenantId, integrationId, token, send: sender(app, integrationId, token) };
    },
    close: async () => {
      await app.close();
      await drop();
    },
  };
}

function sender(app: NestFastifyApplication, integrationId: string, token: string): ScimClient['send'] {
  return async (method, path, body, headers = {}) => {
    const response = await app.inject({
      method: method as 'GET',
      url: `/scim/v2/${integrationId}${path}`,
      headers: {
        accept: 'application/scim+json',
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/scim+json; charset=utf-8' }),
        ...headers,
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = response.body;
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string | undefined>,
      body: (text === '' ? {} : JSON.parse(text)) as ScimBody,
      text,
    };
  };
}

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** The body of a user as Okta sends it. */
export function oktaUser(name: string, more: object = {}): object {
  return {
    schemas: [USER],
    userName: `${name}@example.com`,
    name: { givenName: name, familyName: 'Example' },
    emails: [{ primary: true, value: `${name}@example.com`, type: 'work' }],
    displayName: `${name} Example`,
    locale: 'en-US',
    externalId: `00u${name}`,
    groups: [],
    password: '1mz050nq',
    active: true,
    ...more,
  };
}

export function patchOf(...Operations: object[]): object {
  return { schemas: [PATCH], Operations };
}
