import type { OktaOrg } from '../client/okta-org.js';
import { OktaOrgInspector, type AttributeRule, type UserTypeAttribute } from './okta-org-inspector.js';

/** Returns the answers that a test sets. */
export class FakeOktaOrgInspector extends OktaOrgInspector {
  roles: string[] = ['SUPER_ADMIN'];
  types: UserTypeAttribute[] = [];
  rules: AttributeRule[] = [{ name: 'Passkeys', active: true, values: ['true'] }];
  /** Org ids by host name. */
  readonly organizationIds = new Map<string, string>();
  skew: number | undefined = 0;
  failure: Error | undefined;

  override async ownerRoles(): Promise<string[]> {
    return this.answer(this.roles);
  }

  override async userTypes(): Promise<UserTypeAttribute[]> {
    return this.answer(this.types);
  }

  override async routingRules(): Promise<AttributeRule[]> {
    return this.answer(this.rules);
  }

  override async organizationId({ domain }: OktaOrg): Promise<string | undefined> {
    return this.answer(this.organizationIds.get(domain));
  }

  override async clockSkew(): Promise<number | undefined> {
    return this.answer(this.skew);
  }

  private answer<T>(value: T): T {
    if (this.failure) throw this.failure;
    return value;
  }
}
