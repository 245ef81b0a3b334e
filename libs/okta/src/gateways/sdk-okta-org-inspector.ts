import { Injectable } from '@nestjs/common';
import { Clock } from '@rollcall/platform';
import { OktaClients } from '../client/okta-clients.js';
import { OktaOrgInspector, type AttributeRule, type UserTypeAttribute } from './okta-org-inspector.js';
import type { OktaOrg } from '../client/okta-org.js';

interface UserTypeJson {
  name?: string;
  default?: boolean;
  _links?: { schema?: { href?: string } };
}

interface SchemaJson {
  definitions?: { custom?: { properties?: Record<string, { type?: string }> } };
}

interface RuleJson {
  name?: string;
  status?: string;
  conditions?: { userIdentifier?: { attribute?: string; patterns?: { value?: string }[] } } | null;
}

const ORG_ID = /^[\w-]{1,64}$/;

/** Reads the settings of an org through the SDK's transport. */
@Injectable()
export class SdkOktaOrgInspector extends OktaOrgInspector {
  constructor(
    private readonly clients: OktaClients,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async ownerRoles(org: OktaOrg, ownerId: string): Promise<string[]> {
    const roles = await this.get<{ type?: string; label?: string }[]>(
      org,
      `/api/v1/users/${encodeURIComponent(ownerId)}/roles`,
    );
    return roles.flatMap((role) => role.type ?? role.label ?? []);
  }

  override async userTypes(org: OktaOrg): Promise<UserTypeAttribute[]> {
    const types = await this.get<UserTypeJson[]>(org, '/api/v1/meta/types/user');
    const others = types.filter((type) => type.default !== true);
    return Promise.all(
      others.map(async ({ name = '', _links }) => {
        const path = schemaPath(_links?.schema?.href, org.baseUrl);
        const schema = path === undefined ? {} : await this.get<SchemaJson>(org, path);
        return { userType: name, type: schema.definitions?.custom?.properties?.[org.attribute]?.type };
      }),
    );
  }

  override async routingRules(org: OktaOrg): Promise<AttributeRule[]> {
    const policies = await this.get<{ id?: string }[]>(org, '/api/v1/policies?type=IDP_DISCOVERY');
    const rules = await Promise.all(
      policies.map(({ id = '' }) => this.get<RuleJson[]>(org, `/api/v1/policies/${encodeURIComponent(id)}/rules`)),
    );
    return rules.flat().flatMap(({ name = '', status, conditions }) => {
      const identifier = conditions?.userIdentifier;
      if (identifier?.attribute !== org.attribute) return [];
      return [
        { name, active: status === 'ACTIVE', values: identifier.patterns?.flatMap(({ value }) => value ?? []) ?? [] },
      ];
    });
  }

  override async organizationId(org: OktaOrg): Promise<string | undefined> {
    const { id } = await this.get<{ id?: unknown }>(org, '/.well-known/okta-organization');
    return typeof id === 'string' && ORG_ID.test(id) ? id : undefined;
  }

  override async clockSkew(org: OktaOrg): Promise<number | undefined> {
    const transport = await this.clients.transport(org);
    const url = `${org.baseUrl}/api/v1/meta/schemas/user/default`;
    const response = await transport.http(url, { method: 'get', headers: { Accept: 'application/json' } });
    const theirs = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(theirs) ? undefined : theirs - this.clock.now().getTime();
  }

  private async get<T>(org: OktaOrg, path: string): Promise<T> {
    return (await (await this.clients.transport(org)).getJson(org.baseUrl + path)) as T;
  }
}

/** The path of a schema link; undefined if the link leads to another host, because such a link is not followed. */
function schemaPath(href: string | undefined, baseUrl: string): string | undefined {
  if (!href || !URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  return url.origin === new URL(baseUrl).origin ? url.pathname + url.search : undefined;
}
