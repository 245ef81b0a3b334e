import type { AppConfig as Config } from '@rollcall/platform';
import { ApiRefusal } from './admin-api.js';

/** Turns off an org's routing rules with only an API token, for use when no Rollcall server runs. */
export interface OrgRouting {
  domain: string;
  /** The active routing rules that have a condition on the attribute. */
  activeRules(attribute: string): Promise<{ id: string; name: string }[]>;
  deactivate(ruleId: string): Promise<void>;
}

/**
 * @throws ApiRefusal if no token is set; DomainError if the host is neither an Okta domain nor listed in
 * OKTA_ALLOWED_HOSTS
 */
export async function openOrgRouting(domainInput: string, env: NodeJS.ProcessEnv): Promise<OrgRouting> {
  const token = env['OKTA_API_TOKEN']?.trim();
  if (!token) throw new ApiRefusal('UNAUTHENTICATED', 'Set OKTA_API_TOKEN to an API token of a super administrator.');
  const [{ AppConfig, commaSeparated, OutboundHttp, SystemNameResolver }, { normalizeOktaDomain }, okta] =
    await Promise.all([
      import('@rollcall/platform'),
      import('@rollcall/directory-integration'),
      import('@rollcall/okta'),
    ]);
  const oktaAllowedHosts = commaSeparated((env['OKTA_ALLOWED_HOSTS'] ?? '').toLowerCase());
  const { domain, baseUrl } = normalizeOktaDomain(domainInput, oktaAllowedHosts);
  const outbound = new OutboundHttp(new AppConfig({ oktaAllowedHosts } as unknown as Config), new SystemNameResolver());
  const gateway = new okta.TransportOktaRoutingGateway(new okta.StandaloneOktaTransports(outbound, oktaAllowedHosts));
  const org = {
    tenantId: '',
    integrationId: '',
    domain,
    baseUrl,
    attribute: '',
    credentials: { mode: 'API_TOKEN' as const, token },
  };
  const policyId = await gateway.policyId(org);
  return {
    domain,
    activeRules: async (attribute) =>
      (await gateway.rules(org, policyId)).filter(
        ({ system, status, conditions }) =>
          !system && status === 'ACTIVE' && conditions?.userIdentifier?.attribute === attribute,
      ),
    deactivate: (ruleId) => gateway.setRuleActive(org, policyId, ruleId, false),
  };
}
