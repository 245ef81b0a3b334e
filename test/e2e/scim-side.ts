import type { AdminApi } from './admin-api.js';

export const EXTENSION = 'urn:example:params:scim:schemas:extension:passkeys:2.0:User';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The SCIM endpoint of an integration, as its client sees it. */
export class ScimSide {
  private constructor(
    readonly integrationId: string,
    readonly token: string,
    /** The URL uses 127.0.0.1, because a target on this address may use http. */
    readonly baseUrl: string,
  ) {}

  static of(serverUrl: string, integrationId: string, token: string): ScimSide {
    return new ScimSide(integrationId, token, `http://127.0.0.1:${new URL(serverUrl).port}/scim/v2/${integrationId}`);
  }

  /** A new integration whose users have the registration attribute. */
  static async withAttribute(serverUrl: string, admin: AdminApi): Promise<ScimSide> {
    const { id: integrationId } = await admin.createIntegration('The other side');
    const attributes = [{ name: 'byndidRegistered', type: 'boolean' }];
    await admin.ask('mutation ($input: SaveScimSchemaInput!) { saveScimSchema(input: $input) { id } }', {
      input: { integrationId, id: EXTENSION, resourceType: 'User', name: 'Passkeys', attributes },
    });
    const { token } = await admin.generateBearerToken(integrationId);
    return ScimSide.of(serverUrl, integrationId, token);
  }

  /** Creates a user. @returns the user's id */
  async addUser(userName: string): Promise<string> {
    return String((await this.send('POST', '/Users', { schemas: [USER], userName }))['id']);
  }

  async setFlag(id: string, value: boolean): Promise<void> {
    const Operations = [{ op: 'replace', path: `${EXTENSION}:byndidRegistered`, value }];
    await this.send('PATCH', `/Users/${id}`, { schemas: [PATCH], Operations });
  }

  async flag(id: string): Promise<unknown> {
    const user = await this.send('GET', `/Users/${id}`);
    return (user[EXTENSION] as Record<string, unknown> | undefined)?.['byndidRegistered'];
  }

  async send(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(this.baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/scim+json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }
}
