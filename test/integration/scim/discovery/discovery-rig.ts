import { systemCaller } from '@rollcall/platform';
import { ScimSchemaService } from '../../../../libs/scim/src/custom-schemas/scim-schema.service.js';
import { GROUP, type ScimApp, type ScimClient, startScim, USER } from '../scim-app.js';
import { type Declared, declaredAttributes, resourceWith, validValue, valueIn } from './declared.js';
import { ownAttributes } from './own-attributes.js';

const OWN = [
  ['urn:example:scim:schemas:Badge', 'User'],
  ['urn:example:scim:schemas:Team', 'Group'],
] as const;

/** A client of an integration that has custom schemas, and the attributes that /Schemas returns to this client. */
export class DiscoveryRig {
  private constructor(
    private readonly scim: ScimApp,
    readonly client: ScimClient,
    private readonly all: readonly Declared[],
    /** A user who is a member of a group. Both have values of readOnly attributes. */
    readonly member: { userId: string; groupId: string },
  ) {}

  static async start(): Promise<DiscoveryRig> {
    const scim = await startScim();
    const client = await scim.client();
    for (const [id, resource_type] of OWN)
      await scim.app
        .get(ScimSchemaService, { strict: false })
        .save(systemCaller(client.tenantId, 'test'), client.integrationId, {
          id,
          resource_type,
          required: false,
          name: 'Own',
          description: 'Each type with each characteristic',
          attributes: ownAttributes(),
        });
    const userId = String((await client.send('POST', '/Users', { schemas: [USER], userName: 'member' })).body.id);
    const group = { schemas: [GROUP], displayName: 'Group Of Members', members: [{ value: userId }] };
    const groupId = String((await client.send('POST', '/Groups', group)).body.id);
    return new DiscoveryRig(scim, client, await declaredAttributes(client), { userId, groupId });
  }

  stop(): Promise<void> {
    return this.scim.close();
  }

  /** Runs a test for each attribute. @returns the failures, each with the name of the attribute */
  async misses(
    chosen: (declared: Declared) => boolean,
    holds: (declared: Declared) => Promise<string[]>,
  ): Promise<string[]> {
    const found: string[] = [];
    const some = this.all.filter(chosen);
    expect(some.length).toBeGreaterThan(0);
    for (const declared of some)
      for (const miss of await holds(declared)) found.push(`${declared.resource} ${declared.path}: ${miss}`);
    return found;
  }

  async create(declared: Declared, value: unknown) {
    const { body, own } = resourceWith(declared, value);
    const answer = await this.client.send('POST', declared.endpoint, body);
    return { ...answer, own, path: `${declared.endpoint}/${answer.body.id}` };
  }

  async get(path: string, query = ''): Promise<Record<string, unknown>> {
    return (await this.client.send('GET', `${path}${query}`)).body as Record<string, unknown>;
  }

  /** The path of the user or group that has values of readOnly attributes. */
  pathOfMember({ resource }: Declared): string {
    return resource === 'User' ? `/Users/${this.member.userId}` : `/Groups/${this.member.groupId}`;
  }

  async read(path: string, declared: Declared, query: string): Promise<unknown> {
    return valueIn(await this.get(path, query), declared);
  }

  /** A valid value of the attribute. A group member is a user that exists, and its sub-attributes fit together. */
  validOf(declared: Declared): unknown {
    const { userId } = this.member;
    const parts = { value: userId, $ref: `https://rollcall.test/Users/${userId}`, type: 'User', display: 'x' };
    if (!isMember(declared)) return validValue(declared.leaf);
    return declared.sub ? parts[declared.sub.name as keyof typeof parts] : { value: userId };
  }
}

export const unless = (condition: boolean, miss: string): string[] => (condition ? [] : [miss]);

export const isMember = ({ resource, attribute }: Declared): boolean =>
  resource === 'Group' && attribute.name === 'members';

/** Whether this is a sub-attribute of a group member other than `value`. It cannot be written without `value`. */
export const isPartOfMember = (declared: Declared): boolean =>
  isMember(declared) && declared.sub !== undefined && declared.sub.name !== 'value';

export const isWritable = ({ attribute, leaf }: Declared): boolean =>
  attribute.mutability !== 'readOnly' && leaf.mutability !== 'readOnly';

export const isShown = ({ leaf, attribute }: Declared): boolean =>
  [leaf, attribute].every(({ returned }) => returned === 'default' || returned === 'always');
