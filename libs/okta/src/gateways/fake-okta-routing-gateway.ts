import type { OktaOrg } from '../client/okta-org.js';
import {
  type OktaAccountLink,
  type OktaIdentityProvider,
  type OktaResource,
  OktaRoutingGateway,
  type OktaRoutingRule,
  type OktaUserProfile,
} from './okta-routing-gateway.js';

const DEFAULT_RULE: OktaRoutingRule = {
  id: '0pr-default',
  name: 'Default Rule',
  priority: 99,
  status: 'ACTIVE',
  system: true,
  conditions: null,
  actions: { idp: { providers: [{ type: 'OKTA' }] } },
};

/** Identity providers and routing rules in memory. `calls` lists the calls that change something. */
export class FakeOktaRoutingGateway extends OktaRoutingGateway {
  providers: OktaIdentityProvider[] = [];
  routing: OktaRoutingRule[] = [];
  links: OktaAccountLink[] = [];
  users: OktaUserProfile[] = [];
  superAdmins: OktaUserProfile[] = [];
  readonly calls: string[] = [];
  failure: Error | undefined;
  /** If set, the next change takes effect and then throws this error, as if its answer was lost. */
  lost: Error | undefined;

  override async identityProviders(): Promise<OktaIdentityProvider[]> {
    return this.answer(this.providers);
  }

  override async identityProvider(_org: OktaOrg, id: string): Promise<OktaIdentityProvider | undefined> {
    return this.answer(this.providers.find((provider) => provider.id === id));
  }

  override async createIdentityProvider(_org: OktaOrg, body: OktaResource): Promise<OktaIdentityProvider> {
    const made = { ...(body as object), id: `0oa${this.providers.length}`, status: 'ACTIVE' } as OktaIdentityProvider;
    return this.changed('create idp', () => (this.providers = [...this.providers, made]), made);
  }

  override async replaceIdentityProvider(_org: OktaOrg, id: string, body: OktaResource): Promise<OktaIdentityProvider> {
    const before = this.providers.find((provider) => provider.id === id);
    const after = { ...(body as object), id, status: before?.status } as OktaIdentityProvider;
    const others = this.providers.filter((provider) => provider.id !== id);
    return this.changed('replace idp', () => (this.providers = [...others, after]), after);
  }

  override async activateIdentityProvider(_org: OktaOrg, id: string): Promise<void> {
    this.changed('activate idp', () => {
      this.providers = this.providers.map((provider) =>
        provider.id === id ? { ...provider, status: 'ACTIVE' } : provider,
      );
    });
  }

  override async accountLinks(): Promise<{ links: OktaAccountLink[]; next: string | undefined }> {
    return this.answer({ links: this.links, next: undefined });
  }

  override async policyId(): Promise<string> {
    return this.answer('00p-policy');
  }

  override async rules(): Promise<OktaRoutingRule[]> {
    return this.answer([...this.routing.map((rule, index) => ({ ...rule, priority: index + 1 })), DEFAULT_RULE]);
  }

  override async createInactiveRule(_org: OktaOrg, _policy: string, body: OktaResource): Promise<OktaRoutingRule> {
    const id = `0pr${this.routing.length}`;
    const made = { ...(body as object), id, status: 'INACTIVE', system: false, priority: 1 } as OktaRoutingRule;
    return this.changed('create rule', () => (this.routing = [made, ...this.routing]), made);
  }

  override async replaceRule(_org: OktaOrg, _policy: string, id: string, body: OktaResource): Promise<OktaRoutingRule> {
    const before = this.routing.find((rule) => rule.id === id);
    const after = { ...before, ...(body as object), id, status: before?.status } as OktaRoutingRule;
    const swap = () => (this.routing = this.routing.map((rule) => (rule.id === id ? after : rule)));
    return this.changed('replace rule', swap, after);
  }

  override async setRuleActive(_org: OktaOrg, _policy: string, id: string, active: boolean): Promise<void> {
    const status = active ? 'ACTIVE' : 'INACTIVE';
    this.changed(active ? 'activate rule' : 'deactivate rule', () => {
      this.routing = this.routing.map((rule) => (rule.id === id ? { ...rule, status } : rule));
    });
  }

  override async profile(_org: OktaOrg, idOrLogin: string): Promise<OktaUserProfile | undefined> {
    return this.answer(this.users.find(({ id, profile }) => id === idOrLogin || profile['login'] === idOrLogin));
  }

  override async superAdministrators(_org: OktaOrg, most: number): Promise<OktaUserProfile[]> {
    return this.answer(this.superAdmins.slice(0, most));
  }

  private changed<T = void>(call: string, change: () => void, answer?: T): T {
    if (this.failure) throw this.failure;
    change();
    this.calls.push(call);
    const { lost } = this;
    this.lost = undefined;
    if (lost) throw lost;
    return answer as T;
  }

  private answer<T>(value: T): T {
    if (this.failure) throw this.failure;
    return value;
  }
}
