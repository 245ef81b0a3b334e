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
import { SoftwareAuthenticator } from '../passkeys/software-authenticator.js';

export const REDIRECT_URI = 'https://acme.okta.com/oauth2/v1/authorize/callback';

/** An identity with a passkey on a device of its own. */
export interface Person {
  id: string;
  integrationId: string;
  userName: string;
  device: SoftwareAuthenticator;
  passkeyId: string;
}

/** Client of an integration's provider, as an administrator sets it up in Okta. */
export interface Client {
  integrationId: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The whole server on a loopback port, without its worker. */
export class SignInApp {
  private constructor(
    readonly url: string,
    readonly app: NestFastifyApplication,
    readonly database: Database,
    private readonly stores: readonly TestDatabase[],
  ) {}

  /** @param shared database and keys of another replica */
  static async start(shared?: { store: TestDatabase; keys: string; port: number }): Promise<SignInApp> {
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
      TOKEN_RATE_LIMIT: '0',
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

  /** A person who has bound a passkey through an enrollment link. */
  async person(caller: Caller, integrationId: string, userName: string): Promise<Person> {
    const [givenName = '', familyName = ''] = userName.split('@')[0]!.split('.');
    const { id } = await this.identities.create(caller, integrationId, {
      userName,
      externalId: `00u${userName}`,
      displayName: `${givenName} ${familyName}`.trim(),
      email: `${givenName}@mail.example`,
      active: true,
      profile: { name: { givenName, familyName } },
    });
    const device = new SoftwareAuthenticator({ origin: new URL(this.url).origin });
    const passkeyId = await this.bind(caller, id, device);
    return { id, integrationId, userName, device, passkeyId };
  }

  /** @returns id of the passkey */
  async bind(caller: Caller, identityId: string, device: SoftwareAuthenticator): Promise<string> {
    const { url } = await this.app.get(EnrollmentService, { strict: false }).createEnrollment(caller, { identityId });
    const options = await post(`${url}/options`, {});
    const response = device.create(options as unknown as PublicKeyCredentialCreationOptionsJSON);
    await post(`${url}/verify`, { response });
    const passkeys = await this.passkeys.ofIdentities(caller, [identityId]);
    return passkeys.at(-1)!.id;
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
