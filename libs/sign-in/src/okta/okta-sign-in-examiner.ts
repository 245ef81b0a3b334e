import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, type ExaminerFinding, IntegrationExaminers } from '@rollcall/directory-integration';
import { isMissingRight, type OktaOrg, OktaOrgs, OktaRequestError, OktaRoutingGateway } from '@rollcall/okta';
import { Database, DomainError } from '@rollcall/platform';
import type { SignInSettings } from '../settings/sign-in-settings.js';
import { SignInService } from '../settings/sign-in.service.js';
import { AccountLinkSurvey } from './account-link-survey.js';
import {
  ADMINISTRATOR_CHECK,
  administratorFinding,
  LINKS_CHECK,
  linksFinding,
  PROVIDER_CHECK,
  providerFinding,
  ROUTING_CHECK,
  routingFinding,
  SIGN_IN_CHECKS,
} from './okta-sign-in-findings.js';
import { OktaSignInLocator, type OktaSignInState } from './okta-sign-in-state.js';
import { OktaSignInRepository } from './okta-sign-in.repository.js';

const MAX_ADMINISTRATORS = 5;
const NO_RIGHT = 'These credentials may not read identity providers and routing rules. Check them in Okta by hand.';

/** The health checks of sign-in. They compare Okta's settings with the desired settings. */
@Injectable()
export class OktaSignInExaminer implements OnModuleInit {
  constructor(
    private readonly examiners: IntegrationExaminers,
    private readonly signIns: SignInService,
    private readonly orgs: OktaOrgs,
    private readonly gateway: OktaRoutingGateway,
    private readonly locator: OktaSignInLocator,
    private readonly survey: AccountLinkSurvey,
    private readonly repository: OktaSignInRepository,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.examiners.register((key) => this.examine(key));
  }

  async examine(key: IntegrationKey): Promise<ExaminerFinding[]> {
    const settings = await this.signIns.find(key);
    if (!settings) return [];
    if (!settings.enabled) return allOf(CheckStatus.OK, 'Sign-in is disabled for this integration.');
    const org = await this.orgs.find(key);
    if (!org) return allOf(CheckStatus.UNKNOWN, 'No Okta org is configured for this integration.');
    return this.attempt(SIGN_IN_CHECKS, () => this.compare(key, settings, org));
  }

  private async compare(key: IntegrationKey, settings: SignInSettings, org: OktaOrg): Promise<ExaminerFinding[]> {
    const known = await this.repository.find(key);
    const state = await this.locator.locate(org, settings.issuer, known);
    await this.repository.save(this.database, key, state);
    return [
      providerFinding(settings, state.provider, await this.isSecretCurrent(key, settings, known?.secret_id ?? null)),
      routingFinding(org.attribute, state),
      ...(await this.attempt([ADMINISTRATOR_CHECK], async () => [await this.administrators(org, state)])),
      ...(await this.attempt([LINKS_CHECK], async () => [await this.links(key, org, state)])),
    ];
  }

  /**
   * Whether Okta has the newest client secret. Also true if Okta uses its own keys, or if the provider was created by
   * hand, because its secret is unknown to us.
   */
  private async isSecretCurrent(
    key: IntegrationKey,
    { clientJwks }: SignInSettings,
    secretId: string | null,
  ): Promise<boolean> {
    if (clientJwks !== null || secretId === null) return true;
    const current = (await this.signIns.secretsOf(key)).find(({ revoked_at }) => revoked_at === null);
    return current?.id === secretId;
  }

  private async administrators(org: OktaOrg, state: OktaSignInState): Promise<ExaminerFinding> {
    return administratorFinding(state, await this.gateway.superAdministrators(org, MAX_ADMINISTRATORS));
  }

  private async links(key: IntegrationKey, org: OktaOrg, { provider }: OktaSignInState): Promise<ExaminerFinding> {
    if (!provider) return { name: LINKS_CHECK, status: CheckStatus.OK, message: 'No user is linked yet.' };
    return linksFinding(await this.survey.examine(key, org, provider.id));
  }

  private async attempt(
    names: readonly string[],
    examine: () => Promise<ExaminerFinding[]>,
  ): Promise<ExaminerFinding[]> {
    try {
      return await examine();
    } catch (error) {
      if (!(error instanceof OktaRequestError || error instanceof DomainError)) throw error;
      const message = isMissingRight(error) ? NO_RIGHT : `Not checked. ${error.message}`;
      return names.map((name) => ({ name, status: CheckStatus.UNKNOWN, message }));
    }
  }
}

function allOf(status: CheckStatus, message: string): ExaminerFinding[] {
  return [PROVIDER_CHECK, ROUTING_CHECK, ADMINISTRATOR_CHECK, LINKS_CHECK].map((name) => ({ name, status, message }));
}
