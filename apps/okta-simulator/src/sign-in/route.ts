import type { IdentityProvider } from '../idps/identity-provider.js';
import type { OktaOrg } from '../org/okta-org.js';

/** Where a login is sent. */
export interface Route {
  readonly page: 'passkey' | 'password';
  /** The rule that decided; undefined is Okta's default rule. */
  readonly rule?: string | undefined;
  /** Name of the provider on the page, when the rule names no identity provider of the org. */
  readonly providerName?: string | undefined;
  /** Where the browser is redirected. */
  readonly idp?: IdentityProvider | undefined;
  readonly fallsBack?: boolean;
}

/** Applies the routing rules; a provider that was deactivated leads to Okta's own page. */
export function routeOf(org: OktaOrg, login: string): Route {
  const rule = org.routing.match(org.users.find(login), login);
  const provider = rule?.providers[0];
  if (!rule || !provider || provider.type === 'OKTA') return { page: 'password', rule: rule?.name };
  if (provider.id === undefined) return { page: 'passkey', rule: rule.name, providerName: provider.name };
  const idp = org.idps.find(provider.id);
  if (idp?.status !== 'ACTIVE') return { page: 'password', rule: rule.name };
  return { page: 'passkey', rule: rule.name, idp, fallsBack: rule.shouldFallBackToOkta };
}
