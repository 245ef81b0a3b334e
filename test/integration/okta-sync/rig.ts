import type { INestApplicationContext } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModule } from '@nestjs/testing';
import { DirectoryModule, IdentityService, RegistrationLedger, type IntegrationKey } from '@rollcall/directory';
import { DirectoryIntegrationModule, RegistrationSyncService } from '@rollcall/directory-integration';
import {
  FakeOktaOrgInspector,
  FakeOktaSchemaGateway,
  FakeOktaUserGateway,
  FakeOktaUserList,
  OktaOrgInspector,
  OktaSchemaGateway,
  OktaUserGateway,
  OktaUserList,
} from '@rollcall/okta';
import { OktaSyncModule, RegistrationLedgerModule, UncertainWindow, WriteBackWorker } from '@rollcall/okta-sync';
import { FakeWebhookSender, WebhookSender } from '@rollcall/webhooks';
import { PasskeysModule } from '@rollcall/passkeys';
import { type AppConfig, type Database, loadConfig, newId, PlatformModule, systemCaller } from '@rollcall/platform';
import { TenancyModule } from '@rollcall/tenancy';
import { HttpProblemFilter } from '../../../apps/server/src/http-problem.filter.js';
import { createDatabase, eventually, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';

export interface LedgerRow {
  state: string;
  desired: boolean;
  confirmed: boolean | null;
  seq: string;
  done_seq: string;
  attempts: number;
  last_error: string | null;
  okta_user_id: string | null;
  locked_by: string | null;
  due_at: Date | null;
  unsure: boolean;
  uncertain_until: Date | null;
}

export interface RigOptions {
  /** True: real Okta gateways are used instead of fakes. */
  real?: boolean;
  /** Milliseconds for which a write that got no answer may still take effect. */
  uncertainMs?: number;
  /** Whether workers run from the start. */
  worker?: boolean;
  /** An existing database. If omitted, a new database is created. */
  database?: TestDatabase;
}

/** The registration sync for tests. It has its own database and any number of processes. */
export class Rig {
  readonly okta = new FakeOktaUserGateway();
  readonly schemas = new FakeOktaSchemaGateway();
  readonly webhooks = new FakeWebhookSender();
  readonly inspector = new FakeOktaOrgInspector();
  readonly list = new FakeOktaUserList(this.okta);
  private readonly processes: INestApplicationContext[] = [];

  private constructor(
    private readonly support: TestDatabase,
    private readonly options: RigOptions,
    readonly tenantId: string,
  ) {}

  static async start(options: RigOptions = {}): Promise<Rig> {
    const support = options.database ?? (await createDatabase());
    const rig = new Rig(support, options, await seedTenant(support.database));
    await rig.startProcess();
    return rig;
  }

  get database(): Database {
    return this.support.database;
  }

  get url(): string {
    return this.support.url;
  }

  get ledger(): RegistrationLedger {
    return this.of(RegistrationLedger);
  }

  of<T>(token: abstract new (...args: never[]) => T): T {
    const [first] = this.processes;
    if (!first) throw new Error('no process runs');
    return first.get(token as never, { strict: false });
  }

  async startProcess(worker = this.options.worker ?? true): Promise<INestApplicationContext> {
    const process = await this.compile(worker);
    await process.init();
    this.processes.push(process);
    return process;
  }

  /** Starts a process without a worker that answers HTTP on a free port of this machine. */
  async startHttp(): Promise<NestFastifyApplication> {
    const app = (await this.compile(false)).createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useGlobalFilters(new HttpProblemFilter());
    await app.listen(0, '127.0.0.1');
    this.processes.push(app);
    return app;
  }

  private async compile(worker: boolean): Promise<TestingModule> {
    const builder = Test.createTestingModule({
      imports: [
        PlatformModule.forRoot(testConfig(this.support.url, worker)),
        TenancyModule,
        DirectoryIntegrationModule,
        RegistrationLedgerModule,
        DirectoryModule,
        PasskeysModule,
        OktaSyncModule,
      ],
    });
    builder.overrideProvider(WebhookSender).useValue(this.webhooks);
    builder.overrideProvider(UncertainWindow).useValue({ ms: this.options.uncertainMs ?? 500 });
    if (!this.options.real) {
      builder.overrideProvider(OktaUserGateway).useValue(this.okta);
      builder.overrideProvider(OktaSchemaGateway).useValue(this.schemas);
      builder.overrideProvider(OktaOrgInspector).useValue(this.inspector);
      builder.overrideProvider(OktaUserList).useValue(this.list);
    }
    return builder.compile();
  }

  async stop(): Promise<void> {
    await this.stopProcesses();
    await this.support.drop();
  }

  async stopProcesses(): Promise<void> {
    for (const process of this.processes.splice(0)) await process.close();
  }

  /** Stops all workers. */
  async stopWorkers(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.get(WriteBackWorker, { strict: false }).stop()));
  }

  /** Creates an integration and configures its registration sync. */
  async integration(oktaDomain = 'acme.okta.com', apiToken = 'token'): Promise<IntegrationKey> {
    const integrationId = await seedIntegration(this.database, this.tenantId);
    await this.configure({ tenantId: this.tenantId, integrationId }, { oktaDomain, apiToken });
    if (!this.options.real) await this.liftLimits(oktaDomain);
    await this.capDirectoryChanges(integrationId, 1);
    return { tenantId: this.tenantId, integrationId };
  }

  /**
   * Sets the safety cap for directory changes. By default tests have no cap, because they change more people than the
   * cap of a small directory allows.
   */
  async capDirectoryChanges(integrationId: string, ratio: number): Promise<void> {
    await this.database.execute(
      `update registration_syncs set max_directory_change_ratio = $3 where tenant_id = $1 and integration_id = $2`,
      [this.tenantId, integrationId, ratio],
    );
  }

  /** Sets high rate limits. The fake Okta reports none, and without a report the write-back is slow on purpose. */
  private async liftLimits(oktaDomain: string): Promise<void> {
    for (const bucket of ['users.read', 'users.write', 'users.list', 'other']) {
      await this.database.execute(
        `insert into okta_quotas (tenant_id, okta_domain, bucket, tokens, refilled_at, rate_limit) values ($1, $2, $3, 1e6, now(), 1000000)
         on conflict do nothing`,
        [this.tenantId, oktaDomain, bucket],
      );
    }
  }

  async configure(
    { tenantId, integrationId }: IntegrationKey,
    settings: { oktaDomain: string; apiToken?: string; attribute?: string; enabled?: boolean },
  ): Promise<void> {
    await this.of(RegistrationSyncService).configure(systemCaller(tenantId, 'test'), { integrationId, ...settings });
  }

  /**
   * Adds an identity, and a user with the id `externalId` in the fake Okta. By default the externalId is made from the
   * identity's id.
   */
  async person(
    key: IntegrationKey,
    change: { externalId?: string | null; userName?: string; inOkta?: boolean } = {},
  ): Promise<string> {
    const id = newId();
    const externalId = change.externalId === undefined ? `00u${id.replaceAll('-', '')}` : change.externalId;
    const userName = change.userName ?? `${id}@example.com`;
    if (externalId && change.inOkta !== false) this.okta.addUser({ id: externalId, login: userName });
    await this.database.execute(
      `insert into identities (tenant_id, id, integration_id, user_name, external_id) values ($1, $2, $3, $4, $5)`,
      [key.tenantId, id, key.integrationId, userName, externalId],
    );
    return id;
  }

  /** Changes the data on which the registration depends, and requeues the ledger row in the same transaction. */
  async change(
    key: IntegrationKey,
    identityId: string,
    change: { passkeys?: number; active?: boolean },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.execute(
        `update identities set active_passkeys = coalesce($3, active_passkeys), active = coalesce($4, active) where tenant_id = $1 and id = $2`,
        [key.tenantId, identityId, change.passkeys ?? null, change.active ?? null],
      );
      await this.ledger.touch(tx, key, [identityId]);
    });
  }

  async bind(key: IntegrationKey, identityId: string): Promise<void> {
    await this.change(key, identityId, { passkeys: 1 });
  }

  /** Adds a person who has a passkey and is linked to this Okta user. Waits until the attribute is true in Okta. */
  async registered(key: IntegrationKey, externalId: string): Promise<string> {
    const id = await this.person(key, { externalId, inOkta: !this.okta.users.has(externalId) });
    await this.bind(key, id);
    await this.settles(id, { state: 'IN_SYNC', confirmed: true, okta_user_id: externalId, due_at: null });
    return id;
  }

  /** Changes the external id, as Okta does over SCIM when a person gets another Okta user. */
  async move({ tenantId, integrationId }: IntegrationKey, identityId: string, externalId: string): Promise<void> {
    const caller = systemCaller(tenantId, 'test');
    await this.of(IdentityService).update(caller, integrationId, identityId, (current) => ({
      ...current,
      externalId,
      profile: JSON.parse(current.profile) as Record<string, unknown>,
    }));
  }

  async row(identityId: string): Promise<LedgerRow | undefined> {
    const [row] = await this.database.query<LedgerRow>(`select * from registrations where identity_id = $1`, [
      identityId,
    ]);
    return row;
  }

  /** Waits for the health check that follows the first settings, so that its requests are not counted in the test. */
  async doctorHasBeen(): Promise<void> {
    await eventually(async () =>
      expect(await this.database.query('select 1 from integration_checks limit 1')).toHaveLength(1),
    );
  }

  /**
   * Makes a change, waits until the worker has sent a request for it, and delays the answer to that request.
   * @returns a function that lets the request proceed
   */
  async holdRequest(change: () => Promise<void>): Promise<() => void> {
    const { asked } = this.okta;
    const release = this.okta.hold();
    await change();
    await eventually(() => expect(this.okta.asked).toBeGreaterThan(asked));
    return release;
  }

  async settles(identityId: string, expected: Partial<LedgerRow>): Promise<void> {
    await eventually(async () => expect(await this.row(identityId)).toMatchObject(expected));
  }
}

export function testConfig(databaseUrl: string, worker: boolean): AppConfig {
  return loadConfig({
    DATABASE_URL: databaseUrl,
    ADMIN_TOKEN: 'root-token-of-a-test-run',
    ENCRYPTION_KEYS: `k1:${Buffer.from([...Array(32).keys()]).toString('base64')}`,
    WORKER: worker ? 'on' : 'off',
    OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
    LOG_LEVEL: 'silent',
  });
}

/**
 * Starts a rig with one integration for each test of the surrounding block. @param use called with both before the test
 */
export function rigForEach(use: (rig: Rig, key: IntegrationKey) => void, options: RigOptions = {}): void {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.start(options);
    use(rig, await rig.integration());
  });
  afterEach(() => rig.stop());
}
