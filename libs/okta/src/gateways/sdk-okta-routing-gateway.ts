import { Injectable } from '@nestjs/common';
import { OktaRequestError } from '../answers/okta-answer.js';
import { OktaClients, type OktaTransport } from '../client/okta-clients.js';
import type { OktaOrg } from '../client/okta-org.js';
import { OKTA_ROUTING_SCOPES } from '../oauth/okta-scopes.js';
import {
  type OktaAccountLink,
  type OktaIdentityProvider,
  type OktaResource,
  OktaRoutingGateway,
  type OktaRoutingRule,
  type OktaUserProfile,
} from './okta-routing-gateway.js';
import { nextLink } from './sdk-okta-user-list.js';

const MAX_PAGES = 20;
const MAX_ASSIGNEES = 100;
const JSON_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** Source of transports: OktaClients, or StandaloneOktaTransports, which needs no database. */
export interface OktaTransports {
  transport(org: OktaOrg): Promise<Pick<OktaTransport, 'http'>>;
}

/** Sends plain JSON through the SDK's transport, because the SDK's models drop fields that they do not know, such as `trustClaims`. */
export class TransportOktaRoutingGateway extends OktaRoutingGateway {
  constructor(private readonly transports: OktaTransports) {
    super();
  }

  override async identityProviders(org: OktaOrg): Promise<OktaIdentityProvider[]> {
    const found: OktaIdentityProvider[] = [];
    let next: string | undefined = `${org.baseUrl}/api/v1/idps?type=OIDC&limit=200`;
    for (let page = 0; next !== undefined && page < MAX_PAGES; page += 1) {
      const answer: { items: OktaIdentityProvider[]; next: string | undefined } = await this.page(org, next);
      found.push(...answer.items);
      next = answer.next;
    }
    return found;
  }

  override async identityProvider(org: OktaOrg, id: string): Promise<OktaIdentityProvider | undefined> {
    return orMissing(this.send<OktaIdentityProvider>(org, 'get', idpPath(id)));
  }

  override async createIdentityProvider(org: OktaOrg, body: OktaResource): Promise<OktaIdentityProvider> {
    return this.send(org, 'post', '/api/v1/idps', body);
  }

  override async replaceIdentityProvider(org: OktaOrg, id: string, body: OktaResource): Promise<OktaIdentityProvider> {
    return this.send(org, 'put', idpPath(id), body);
  }

  override async activateIdentityProvider(org: OktaOrg, id: string): Promise<void> {
    await this.send(org, 'post', `${idpPath(id)}/lifecycle/activate`, {});
  }

  override async accountLinks(
    org: OktaOrg,
    idpId: string,
    next?: string,
  ): Promise<{ links: OktaAccountLink[]; next: string | undefined }> {
    const url = next ?? `${org.baseUrl}${idpPath(idpId)}/users?limit=200`;
    const page = await this.page<{ id?: string; externalId?: string }>(org, url);
    const links = page.items.map(({ id = '', externalId = '' }) => ({ userId: id, externalId }));
    return { links, next: page.next };
  }

  override async policyId(org: OktaOrg): Promise<string> {
    const [policy] = await this.send<{ id?: string }[]>(org, 'get', '/api/v1/policies?type=IDP_DISCOVERY');
    if (policy?.id) return policy.id;
    const summary = 'The org has no policy for routing rules (IDP_DISCOVERY)';
    throw new OktaRequestError({ kind: 'ERROR', status: 404, code: 'E0000007', summary, resetAt: undefined }, 'GET');
  }

  override async rules(org: OktaOrg, policyId: string): Promise<OktaRoutingRule[]> {
    const rules = await this.send<Partial<OktaRoutingRule>[]>(org, 'get', rulesPath(policyId));
    return rules.map(toRule).toSorted((a, b) => a.priority - b.priority);
  }

  override async createInactiveRule(org: OktaOrg, policyId: string, body: OktaResource): Promise<OktaRoutingRule> {
    return toRule(await this.send(org, 'post', `${rulesPath(policyId)}?activate=false`, body));
  }

  override async replaceRule(
    org: OktaOrg,
    policyId: string,
    ruleId: string,
    body: OktaResource,
  ): Promise<OktaRoutingRule> {
    return toRule(await this.send(org, 'put', rulesPath(policyId, ruleId), body));
  }

  override async setRuleActive(org: OktaOrg, policyId: string, ruleId: string, active: boolean): Promise<void> {
    const path = `${rulesPath(policyId, ruleId)}/lifecycle/${active ? 'activate' : 'deactivate'}`;
    await this.send(org, 'post', path, {});
  }

  override async profile(org: OktaOrg, idOrLogin: string): Promise<OktaUserProfile | undefined> {
    // A path segment of one or two dots cannot be escaped (RFC 3986 §3.3). It would lead to another part of the API.
    if (idOrLogin === '' || idOrLogin === '.' || idOrLogin === '..') return undefined;
    const path = `/api/v1/users/${encodeURIComponent(idOrLogin)}`;
    const user = await orMissing(this.send<Partial<OktaUserProfile>>(org, 'get', path));
    return user && { id: user.id ?? '', status: user.status ?? '', profile: user.profile ?? {} };
  }

  override async superAdministrators(org: OktaOrg, most: number): Promise<OktaUserProfile[]> {
    const path = `/api/v1/iam/assignees/users?limit=${MAX_ASSIGNEES}`;
    const { value = [] } = await this.send<{ value?: { id?: string }[] }>(org, 'get', path);
    const found: OktaUserProfile[] = [];
    for (const { id = '' } of value) {
      if (found.length >= most) break;
      const roles = await this.send<{ type?: string }[]>(org, 'get', `/api/v1/users/${encodeURIComponent(id)}/roles`);
      const user = roles.some(({ type }) => type === 'SUPER_ADMIN') ? await this.profile(org, id) : undefined;
      if (user) found.push(user);
    }
    return found;
  }

  private async page<T>(org: OktaOrg, url: string): Promise<{ items: T[]; next: string | undefined }> {
    const answer = await (await this.transport(org)).http(url, { method: 'get', headers: JSON_HEADERS });
    const items: unknown = await answer.json();
    if (!Array.isArray(items)) throw new OktaRequestError({ kind: 'NOT_JSON', status: 200, resetAt: undefined }, 'GET');
    return { items: items as T[], next: nextLink(answer.headers.get('link'), org.baseUrl) };
  }

  private async send<T>(org: OktaOrg, method: 'get' | 'post' | 'put', path: string, body?: OktaResource): Promise<T> {
    const request = { method, headers: JSON_HEADERS, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return (await (await this.transport(org)).http(org.baseUrl + path, request)).json() as Promise<T>;
  }

  private transport(org: OktaOrg): Promise<Pick<OktaTransport, 'http'>> {
    return this.transports.transport({ ...org, scopes: OKTA_ROUTING_SCOPES });
  }
}

@Injectable()
export class SdkOktaRoutingGateway extends TransportOktaRoutingGateway {
  constructor(clients: OktaClients) {
    super(clients);
  }
}

/** True if Okta refused the request because the credentials lack an administrator role (403), or because the service app lacks a scope. */
export function isMissingRight(error: unknown): error is OktaRequestError {
  if (!(error instanceof OktaRequestError) || error.answer.kind !== 'ERROR') return false;
  const { status, summary } = error.answer;
  return status === 403 || summary.startsWith('invalid_scope');
}

async function orMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof OktaRequestError && error.answer.kind === 'ERROR' && error.answer.code === 'E0000007')
      return undefined;
    throw error;
  }
}

function idpPath(id: string): string {
  return `/api/v1/idps/${encodeURIComponent(id)}`;
}

function rulesPath(policyId: string, ruleId?: string): string {
  const path = `/api/v1/policies/${encodeURIComponent(policyId)}/rules`;
  return ruleId === undefined ? path : `${path}/${encodeURIComponent(ruleId)}`;
}

/** Adds fields that a Classic Engine org omits. */
function toRule(rule: Partial<OktaRoutingRule>): OktaRoutingRule {
  const { id = '', name = '', priority = 0, status = '', system = false, conditions = null, actions = {} } = rule;
  return { ...rule, id, name, priority, status, system, conditions, actions };
}
