import { Injectable } from '@nestjs/common';
import { OktaClients } from '../client/okta-clients.js';
import type { OktaOrg } from '../client/okta-org.js';
import { OktaSchemaGateway, type OktaAttribute } from './okta-schema-gateway.js';
import { toOktaUser } from './sdk-okta-user-gateway.js';

const SCHEMA_PATH = '/api/v1/meta/schemas/user/default';

interface UserSchemaJson {
  definitions?: {
    custom?: { properties?: Record<string, AttributeJson> };
    base?: { properties?: Record<string, AttributeJson> };
  };
}

interface AttributeJson {
  type?: string;
  title?: string;
  master?: { type?: string } | null;
  permissions?: { principal?: string; action?: string }[] | null;
}

/** Okta's Schemas API through the SDK's transport. It uses plain JSON, because the SDK's models drop fields that they do not know. */
@Injectable()
export class SdkOktaSchemaGateway extends OktaSchemaGateway {
  constructor(private readonly clients: OktaClients) {
    super();
  }

  override async attribute(org: OktaOrg): Promise<OktaAttribute | undefined> {
    const transport = await this.clients.transport(org);
    const schema = (await transport.getJson(org.baseUrl + SCHEMA_PATH)) as UserSchemaJson;
    const { custom, base } = schema.definitions ?? {};
    const found = custom?.properties?.[org.attribute] ?? base?.properties?.[org.attribute];
    if (!found) return undefined;
    return {
      type: found.type ?? '',
      title: found.title,
      master: found.master?.type,
      permission: found.permissions?.find((permission) => permission.principal === 'SELF')?.action,
    };
  }

  override async createAttribute(org: OktaOrg): Promise<void> {
    const transport = await this.clients.transport(org);
    await transport.postJson(org.baseUrl + SCHEMA_PATH, {
      body: JSON.stringify({
        definitions: { custom: { id: '#custom', type: 'object', properties: { [org.attribute]: ATTRIBUTE } } },
      }),
    });
  }

  override async tokenOwner(org: OktaOrg): Promise<{ id: string; login: string }> {
    const client = await this.clients.of(org);
    const { id, login } = toOktaUser(await client.userApi.getUser({ userId: 'me' }), org.attribute);
    return { id, login };
  }
}

/**
 * Users may only read their own value. `OKTA` ("Inherit from Okta") makes the attribute writable for users whose
 * profile source is another system, such as AD.
 */
const ATTRIBUTE = {
  title: 'Beyond Identity Registration Status',
  description: 'True while the person is active and has at least one passkey. Written by Rollcall.',
  type: 'boolean',
  required: false,
  scope: 'NONE',
  mutability: 'READ_WRITE',
  permissions: [{ principal: 'SELF', action: 'READ_ONLY' }],
  master: { type: 'OKTA' },
};
