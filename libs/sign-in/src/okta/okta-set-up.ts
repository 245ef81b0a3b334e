import { Injectable, Logger } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, DirectoryIntegrationService } from '@rollcall/directory-integration';
import {
  isMissingRight,
  type OktaIdentityProvider,
  type OktaOrg,
  OktaOrgs,
  OktaRequestError,
  OktaRoutingGateway,
  type OktaRoutingRule,
  OKTA_ROUTING_SCOPES,
} from '@rollcall/okta';
import { type AuditAction, AuditTrail, type Caller, Database, DomainError } from '@rollcall/platform';
import type { SignInSettings } from '../settings/sign-in-settings.js';
import { SignInService } from '../settings/sign-in.service.js';
import { providerBody, ruleBody } from './desired-okta.js';
import { providerFinding, routingFinding } from './okta-sign-in-findings.js';
import { OktaSignInLocator, type OktaSignInState } from './okta-sign-in-state.js';
import { OktaSignInRepository } from './okta-sign-in.repository.js';

/** Creates and changes the identity provider and the routing rule in Okta. */
@Injectable()
export class OktaSetUp {
  private readonly log = new Logger(OktaSetUp.name);

  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly signIns: SignInService,
    private readonly orgs: OktaOrgs,
    private readonly gateway: OktaRoutingGateway,
    private readonly locator: OktaSignInLocator,
    private readonly repository: OktaSignInRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Creates the identity provider and an inactive routing rule. If they exist already, adopts them and corrects
   * differences. If a call is interrupted, the next call completes its work: it finds the provider by its issuer, and
   * the rule by the provider.
   * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT; FORBIDDEN if the credentials lack rights in Okta; UNAVAILABLE with
   * Okta's answer
   */
  async create(caller: Caller, integrationId: string): Promise<SignInSettings> {
    const { key, settings, org } = await this.open(caller, integrationId);
    if (!settings.enabled) throw DomainError.conflict('Sign-in is disabled for this integration. Enable it first.');
    await this.exclusively(key, async () => {
      const before = await this.locator.locate(org, settings.issuer, await this.repository.find(key));
      const provider = await this.ensureProvider(caller, key, { settings, org, provider: before.provider });
      const ruleId = await this.ensureRule(caller, key, { org, state: { ...before, provider }, provider });
      const state = await this.locator.withRules(org, provider, before.policyId, ruleId);
      await this.repository.save(this.database, key, state);
    });
    return settings;
  }

  /**
   * Activates or deactivates the routing rule. To activate it, the identity provider and the rule must be correct. To
   * deactivate it, the rule only has to exist.
   * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT, FORBIDDEN, UNAVAILABLE
   */
  async setRouting(caller: Caller, integrationId: string, active: boolean): Promise<SignInSettings> {
    const { key, settings, org } = await this.open(caller, integrationId);
    await this.translated(async () => {
      const before = await this.locator.locate(org, settings.issuer, await this.repository.find(key));
      const { rule, policyId } = before;
      if (!rule) throw DomainError.conflict('Okta has no routing rule for this integration. Create it first.');
      if (active) assertUsable(settings, org, before);
      await this.gateway.setRuleActive(org, policyId, rule.id, active);
      const after = await this.locator.withRules(org, before.provider, policyId, rule.id);
      await this.repository.save(this.database, key, after);
      const action = active ? 'okta_routing.activated' : 'okta_routing.deactivated';
      await this.record(caller, key, action, { routingRuleId: rule.id, oktaDomain: org.domain });
      if ((after.rule?.status === 'ACTIVE') !== active)
        throw DomainError.unavailable('Okta accepted the change but does not show it yet. Check again in a minute.');
    });
    return settings;
  }

  /** Reads the current state from Okta. @throws the errors of `setRouting` */
  async look(caller: Caller, integrationId: string): Promise<OktaSignInState> {
    const { key, settings, org } = await this.open(caller, integrationId);
    return this.translated(async () => {
      const state = await this.locator.locate(org, settings.issuer, await this.repository.find(key));
      await this.repository.save(this.database, key, state);
      return state;
    });
  }

  /**
   * Writes the newest client secret to Okta, if the identity provider was created by API. A failure is logged, and the
   * health check reports it. Sign-in keeps working, because the earlier secret stays valid.
   */
  async pushSecret(caller: Caller, integrationId: string): Promise<void> {
    const key = { tenantId: caller.tenantId, integrationId };
    if (!(await this.repository.find(key))?.secret_id) return;
    try {
      await this.create(caller, integrationId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.log.warn(`The client secret in Okta was not replaced: ${error.message}`);
    }
  }

  private async ensureProvider(
    caller: Caller,
    key: IntegrationKey,
    { settings, org, provider }: { settings: SignInSettings; org: OktaOrg; provider: OktaIdentityProvider | undefined },
  ): Promise<OktaIdentityProvider> {
    const clientSecret = settings.clientJwks === null ? await this.signIns.openCurrentSecret(key) : undefined;
    const secretId = clientSecret === undefined ? null : await this.currentSecretId(key);
    const desired = { settings, clientSecret };
    const written = provider
      ? await this.gateway.replaceIdentityProvider(org, provider.id, providerBody(desired, provider))
      : await this.unlessTaken(key, (suffix) =>
          this.gateway.createIdentityProvider(org, providerBody({ ...desired, ...suffix })),
        );
    if (written.status !== 'ACTIVE') await this.gateway.activateIdentityProvider(org, written.id);
    await this.repository.saveSecret(this.database, key, secretId);
    const action = provider ? 'okta_identity_provider.updated' : 'okta_identity_provider.created';
    await this.record(caller, key, action, { identityProviderId: written.id, oktaDomain: org.domain });
    return { ...written, status: 'ACTIVE' };
  }

  /** @returns the rule's id */
  private async ensureRule(
    caller: Caller,
    key: IntegrationKey,
    { org, state, provider }: { org: OktaOrg; state: OktaSignInState; provider: OktaIdentityProvider },
  ): Promise<string> {
    const { rules, policyId } = await this.locator.withRules(org, provider, state.policyId, state.rule?.id);
    const rule = rules.find(({ id }) => id === state.rule?.id);
    const desired = { providerId: provider.id, attribute: org.attribute };
    if (rule && routingFinding(org.attribute, { ...state, rules: [rule], rule }).status !== CheckStatus.FAIL)
      return rule.id;
    const written = rule
      ? await this.gateway.replaceRule(org, policyId, rule.id, ruleBody(desired, rule))
      : await this.unlessTaken(key, (suffix) =>
          this.gateway.createInactiveRule(org, policyId, ruleBody({ ...desired, ...suffix })),
        );
    const action = rule ? 'okta_routing_rule.updated' : 'okta_routing_rule.created';
    await this.record(caller, key, action, { routingRuleId: written.id, oktaDomain: org.domain });
    return written.id;
  }

  private async currentSecretId(key: IntegrationKey): Promise<string | null> {
    return (await this.signIns.secretsOf(key)).find(({ revoked_at }) => revoked_at === null)?.id ?? null;
  }

  /**
   * Names are unique in an org. If the name exists, creates the object again with the end of the integration's id in
   * its name.
   */
  private async unlessTaken<T extends OktaIdentityProvider | OktaRoutingRule>(
    { integrationId }: IntegrationKey,
    create: (suffix: { suffix?: string }) => Promise<T>,
  ): Promise<T> {
    try {
      return await create({});
    } catch (error) {
      if (!(error instanceof OktaRequestError) || error.answer.kind !== 'ERROR') throw error;
      const { code, summary } = error.answer;
      if (code !== 'E0000001' || !/name.*already exists/is.test(summary)) throw error;
      return create({ suffix: integrationId.slice(-6) });
    }
  }

  private async open(
    caller: Caller,
    integrationId: string,
  ): Promise<{ key: IntegrationKey; settings: SignInSettings; org: OktaOrg }> {
    await this.integrations.get(caller, integrationId);
    const key = { tenantId: caller.tenantId, integrationId };
    const settings = await this.signIns.find(key);
    if (!settings) throw DomainError.conflict('Sign-in was never enabled for this integration. Enable it first.');
    const org = await this.orgs.find(key);
    if (!org) throw DomainError.badInput('Configure the Okta domain and its credentials first.', 'integrationId');
    return { key, settings, org };
  }

  private async exclusively(key: IntegrationKey, work: () => Promise<void>): Promise<void> {
    if (!(await this.repository.claim(key)))
      throw DomainError.conflict('Okta is being set up for this integration already. Try again in two minutes.');
    try {
      await this.translated(work);
    } finally {
      await this.repository.release(key);
    }
  }

  private async translated<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isMissingRight(error)) throw DomainError.forbidden(missingRights(error.message));
      if (error instanceof OktaRequestError) throw DomainError.unavailable(error.message);
      throw error;
    }
  }

  private async record(caller: Caller, key: IntegrationKey, action: AuditAction, detail: object): Promise<void> {
    const { integrationId } = key;
    const subject = { type: 'integration', id: integrationId };
    await this.audit.record(this.database, caller, { action, integrationId, subject, detail: { ...detail } });
  }
}

function assertUsable(settings: SignInSettings, org: OktaOrg, state: OktaSignInState): void {
  if (!settings.enabled) throw DomainError.conflict('Sign-in is disabled for this integration. Enable it first.');
  if (!state.provider)
    throw DomainError.conflict('Okta has no identity provider for this integration. Create it first.');
  const active = { ...state, rule: state.rule && { ...state.rule, status: 'ACTIVE' } };
  const findings = [providerFinding(settings, state.provider, true), routingFinding(org.attribute, active)];
  const fault = findings.find(({ status }) => status === CheckStatus.FAIL);
  if (fault) throw DomainError.conflict(fault.message);
}

function missingRights(answer: string): string {
  return (
    `Okta does not let these credentials manage identity providers and routing rules. ${answer}. ` +
    `Use a super administrator's API token, or grant the service app ${OKTA_ROUTING_SCOPES.join(', ')}; ` +
    `or enter the values of signIn.oktaSettings in Okta by hand.`
  );
}
