import { ScimCredentialService } from '@rollcall/credentials';
import { systemCaller } from '@rollcall/platform';
import { ScimSchemaService } from '../../../libs/scim/src/custom-schemas/scim-schema.service.js';
import { startScim, type ScimApp, type ScimBody, type ScimClient, USER } from '../scim/scim-app.js';
import { FaultyProxy } from './faulty-proxy.js';

export const EXTENSION = 'urn:example:params:scim:schemas:extension:passkeys:2.0:User';
export const ATTRIBUTE = 'byndidRegistered';

const FLAG = {
  name: ATTRIBUTE,
  type: 'boolean' as const,
  multiValued: false,
  description: 'Has a passkey.',
  required: false,
  caseExact: false,
  mutability: 'readWrite' as const,
  returned: 'default' as const,
  uniqueness: 'none' as const,
};

/**
 * An outbound SCIM server, behind a proxy. It is a second Rollcall: a separate integration whose users have the
 * registration attribute.
 */
export class RemoteScim {
  private constructor(
    private readonly scim: ScimApp,
    readonly client: ScimClient,
    readonly proxy: FaultyProxy,
  ) {}

  static async start(): Promise<RemoteScim> {
    const scim = await startScim();
    await scim.app.listen(0, '127.0.0.1');
    const client = await scim.client();
    const remote = new RemoteScim(
      scim,
      client,
      await FaultyProxy.start((await scim.app.getUrl()).replace('[::1]', '127.0.0.1')),
    );
    await remote.addAttribute();
    return remote;
  }

  get baseUrl(): string {
    return `${this.proxy.origin}/scim/v2/${this.client.integrationId}`;
  }

  get tokenEndpoint(): string {
    return `${this.proxy.origin}/oauth2/token`;
  }

  async addAttribute(change: object = {}): Promise<void> {
    await this.scim.app.get(ScimSchemaService, { strict: false }).save(this.caller, this.client.integrationId, {
      id: EXTENSION,
      resource_type: 'User',
      required: false,
      name: 'Passkeys',
      description: '',
      attributes: [{ ...FLAG, ...change }],
    });
  }

  async removeAttribute(): Promise<void> {
    await this.scim.app
      .get(ScimSchemaService, { strict: false })
      .delete(this.caller, this.client.integrationId, EXTENSION);
  }

  clientCredentials(): Promise<{ clientId: string; clientSecret: string }> {
    return this.scim.app
      .get(ScimCredentialService, { strict: false })
      .generateClientCredentials(this.caller, { integrationId: this.client.integrationId });
  }

  async revokeAccessTokens(): Promise<void> {
    await this.scim.database.execute('delete from scim_access_tokens');
  }

  /** Adds a user. @returns the user's id at this server */
  async addUser(userName: string, more: { externalId?: string; registered?: boolean } = {}): Promise<string> {
    const { externalId, registered } = more;
    const { body } = await this.client.send('POST', '/Users', {
      schemas: [USER, ...(registered === undefined ? [] : [EXTENSION])],
      userName,
      name: { givenName: 'Ada', familyName: 'Example' },
      ...(externalId !== undefined && { externalId }),
      ...(registered !== undefined && { [EXTENSION]: { [ATTRIBUTE]: registered } }),
    });
    return body.id;
  }

  async user(id: string): Promise<ScimBody> {
    return (await this.client.send('GET', `/Users/${id}`)).body;
  }

  async flag(id: string): Promise<unknown> {
    return ((await this.user(id))[EXTENSION] as Record<string, unknown> | undefined)?.[ATTRIBUTE];
  }

  async stop(): Promise<void> {
    this.proxy.stop();
    await this.scim.close();
  }

  private get caller() {
    return systemCaller(this.client.tenantId, 'test');
  }
}
