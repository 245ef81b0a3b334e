import type { IdentityProvider } from '../idps/identity-provider.js';
import type { OktaOrg } from '../org/okta-org.js';

/** Where Okta sends a user who has typed a login. */
export interface Route {
  readonly page: 'passkey' | 'password';
  /** The routing rule that decided; undefined if it was Okta's default rule. */
  readonly rule?: string | undefined;
  /** Name of the provider to show, if the rule contains only a name and no identity provider of the org. */
  readonly providerName?: string | undefined;
  /** The identity provider to which the browser is redirected. */
  readonly idp?: IdentityProvider | undefined;
  readonly fallsBack?: boolean;
}

/** Applies the routing rules. A rule whose provider is deactivated leads to Okta's own page. */
export function routeOf(org: OktaOrg, login: string): Route {
  const rule = org.routing.match(org.users.find(login), login);
  const provider = rule?.providers[0];
  if (!rule || !provider || provider.type === 'OKTA') return { page: 'password', rule: rule?.name };
  if (provider.id === undefined) return { page: 'passkey', rule: rule.name, providerName: provider.name };
  const idp = org.idps.find(provider.id);
  if (idp?.status !== 'ACTIVE') return { page: 'password', rule: rule.name };
  return { page: 'passkey', rule: rule.name, idp, fallsBack: rule.shouldFallBackToOkta };
}
