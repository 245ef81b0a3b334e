import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityService } from '@rollcall/directory';
import { EnrollmentService, PasskeyService } from '@rollcall/passkeys';
import { type Caller, Database, loadConfig, systemCaller } from '@rollcall/platform';
import { SignInService } from '@rollcall/sign-in';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { createServer } from '../../../apps/server/src/create-server.js';
import { createDatabase, freePort, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';
import { type AuthenticatorTraits, SoftwareAuthenticator } from '../passkeys/software-authenticator.js';

export const REDIRECT_URI = 'https://acme.okta.com/oauth2/v1/authorize/callback';

/** An identity, and a device with its passkey. */
export interface Person {
  id: string;
  integrationId: string;
  userName: string;
  device: SoftwareAuthenticator;
  /** Traits of the device. A test may change them at any time. */
  traits: AuthenticatorTraits;
  passkeyId: string;
}

/** The client of an integration's provider, with the settings that an administrator enters in Okta. */
export interface Client {
  integrationId: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The whole server on a loopback port, but without its worker. */
export class SignInApp {
  private constructor(
    readonly url: string,
    readonly app: NestFastifyApplication,
    readonly database: Database,
    private readonly stores: readonly TestDatabase[],
  ) {}

  /**
   * @param shared database and keys of another replica. @param settings environment variables that override the
   * defaults
   */
  static async start(
    shared?: { store: TestDatabase; keys: string; port: number },
    settings: Record<string, string> = {},
  ): Promise<SignInApp> {
    const store = shared?.store ?? (await createDatabase());
    const port = shared?.port ?? (await freePort());
    const config = loadConfig({
      PORT: String(port),
      DATABASE_URL: store.url,
      ADMIN_TOKEN: 'the-root-administrator-of-these-tests',
      ENCRYPTION_KEYS: shared?.keys ?? `k1:${randomBytes(32).toString('base64')}`,
      WORKER: 'off',
      OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
      LOG_LEVEL: 'silent',
      PAGE_RATE_LIMIT: '0',
      ...settings,
    });
    const app = await createServer(config);
    await app.listen(shared ? 0 : port, '127.0.0.1');
    const { port: bound } = app.getHttpServer().address() as AddressInfo;
    return new SignInApp(`http://localhost:${bound}`, app, app.get(Database), shared ? [] : [store]);
  }

  async tenant(name = `Tenant ${randomBytes(4).toString('hex')}`): Promise<Caller> {
    return systemCaller(await seedTenant(this.database, name), 'test');
  }

  async client(caller: Caller, redirectUris: string[] = [REDIRECT_URI]): Promise<Client> {
    const integrationId = await seedIntegration(this.database, caller.tenantId);
    const { settings, clientSecret } = await this.signIns.enable(caller, { integrationId, redirectUris });
    return { integrationId, issuer: settings.issuer, clientId: settings.clientId, clientSecret };
  }

  get signIns(): SignInService {
    return this.app.get(SignInService, { strict: false });
  }

  get identities(): IdentityService {
    return this.app.get(IdentityService, { strict: false });
  }

  get passkeys(): PasskeyService {
    return this.app.get(PasskeyService, { strict: false });
  }

  /** Creates a person who has bound a passkey through an enrollment link. */
  async person(
    caller: Caller,
    integrationId: string,
    userName: string,
    given: Partial<AuthenticatorTraits> = {},
  ): Promise<Person> {
    const [givenName = '', familyName = ''] = userName.split('@')[0]!.split('.');
    const { id } = await this.identities.create(caller, integrationId, {
      userName,
      externalId: `00u${userName}`,
      displayName: `${givenName} ${familyName}`.trim(),
      email: `${givenName}@mail.example`,
      active: true,
      profile: { name: { givenName, familyName } },
    });
    const traits: AuthenticatorTraits = { origin: new URL(this.url).origin, ...given };
    const device = new SoftwareAuthenticator(traits);
    const passkeyId = await this.bind(caller, id, device);
    return { id, integrationId, userName, device, traits, passkeyId };
  }

  /** Binds a passkey. @returns the passkey's id */
  async bind(caller: Caller, identityId: string, device: SoftwareAuthenticator): Promise<string> {
    const { url } = await this.app.get(EnrollmentService, { strict: false }).createEnrollment(caller, { identityId });
    const link = this.url + new URL(url).pathname;
    const options = await post(`${link}/options`, {});
    const response = device.create(options as unknown as PublicKeyCredentialCreationOptionsJSON);
    await post(`${link}/verify`, { response });
    const passkeys = await this.passkeys.ofIdentities(caller, [identityId]);
    return passkeys.at(-1)!.id;
  }

  /** The number of codes that are stored for an integration, including used ones. */
  async codes(integrationId: string): Promise<number> {
    const [row] = await this.database.query<{ codes: number }>(
      `select count(*)::int as codes from sign_in_records where integration_id = $1 and model = 'AuthorizationCode'`,
      [integrationId],
    );
    return row!.codes;
  }

  /** The ended sign-ins of an integration, oldest first. */
  async events(
    integrationId: string,
  ): Promise<{ outcome: string; reason: string | null; identity_id: string | null }[]> {
    return this.database.query(
      `select outcome, reason, identity_id, passkey_id, ip, user_agent from sign_in_events where integration_id = $1 order by id`,
      [integrationId],
    );
  }

  async stop(): Promise<void> {
    await this.app.close();
    for (const store of this.stores) await store.drop();
  }
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}
