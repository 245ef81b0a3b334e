import { Injectable } from '@nestjs/common';
import { type OktaIdentityProvider, type OktaOrg, OktaRoutingGateway, type OktaRoutingRule } from '@rollcall/okta';
import type { OktaSignInRow } from './okta-sign-in.row.js';

/** The objects in an Okta org for an integration's sign-in. */
export interface OktaSignInState {
  provider: OktaIdentityProvider | undefined;
  policyId: string;
  /** The org's routing rules in order of priority. The default rule is the last. */
  rules: OktaRoutingRule[];
  /** The rule that routes to `provider`. */
  rule: OktaRoutingRule | undefined;
}

/** Finds the identity provider by its stored id, or else by its issuer. Then finds the rule that routes to it. */
@Injectable()
export class OktaSignInLocator {
  constructor(private readonly gateway: OktaRoutingGateway) {}

  /** @throws OktaRequestError */
  async locate(org: OktaOrg, issuer: string, known: OktaSignInRow | undefined): Promise<OktaSignInState> {
    const [provider, policyId] = await Promise.all([
      this.provider(org, issuer, known?.identity_provider_id ?? undefined),
      known?.policy_id ?? this.gateway.policyId(org),
    ]);
    return this.withRules(org, provider, policyId, known?.routing_rule_id ?? undefined);
  }

  /**
   * Reads the rules again. @param ruleId id of a rule that was just written; if omitted, a rule that routes to the
   * provider is searched
   */
  async withRules(
    org: OktaOrg,
    provider: OktaIdentityProvider | undefined,
    policyId: string,
    ruleId?: string,
  ): Promise<OktaSignInState> {
    const rules = await this.gateway.rules(org, policyId);
    const remembered = rules.find(({ id }) => id === ruleId);
    return {
      provider,
      policyId,
      rules,
      rule: remembered ?? rules.find((rule) => provider && leadsTo(rule, provider.id)),
    };
  }

  private async provider(
    org: OktaOrg,
    issuer: string,
    id: string | undefined,
  ): Promise<OktaIdentityProvider | undefined> {
    const remembered = id === undefined ? undefined : await this.gateway.identityProvider(org, id);
    if (remembered) return remembered;
    return (await this.gateway.identityProviders(org)).find(({ protocol }) => protocol.issuer?.url === issuer);
  }
}

export function leadsTo(rule: OktaRoutingRule, providerId: string): boolean {
  return rule.actions.idp?.providers?.some(({ id }) => id === providerId) ?? false;
}
