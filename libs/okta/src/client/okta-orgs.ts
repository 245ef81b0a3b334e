import { Injectable } from '@nestjs/common';
import {
  DirectoryProvider,
  OktaAuthMode,
  RegistrationSyncService,
  type RegistrationSyncSettings,
} from '@rollcall/directory-integration';
import { ServiceAppRepository } from '../oauth/service-app.repository.js';
import type { OktaCredentials, OktaOrg } from './okta-org.js';

interface IntegrationKey {
  tenantId: string;
  integrationId: string;
}

/** Finds the Okta org of an integration, with its credentials decrypted. */
@Injectable()
export class OktaOrgs {
  constructor(
    private readonly syncs: RegistrationSyncService,
    private readonly serviceApps: ServiceAppRepository,
  ) {}

  /** @returns undefined if no org is configured, if there are no credentials, or if the target is a SCIM server */
  async find({ tenantId, integrationId }: IntegrationKey): Promise<OktaOrg | undefined> {
    const settings = await this.syncs.find(tenantId, integrationId);
    return settings?.provider === DirectoryProvider.OKTA ? this.of(settings) : undefined;
  }

  /** @returns undefined if there are no credentials */
  async of(settings: RegistrationSyncSettings): Promise<OktaOrg | undefined> {
    const { tenantId, integrationId, oktaDomain: domain, oktaOrgId, baseUrl, attribute } = settings;
    const credentials =
      settings.authMode === OktaAuthMode.OAUTH ? await this.serviceApp(settings) : await this.apiToken(settings);
    if (!credentials) return undefined;
    const org = { tenantId, integrationId, domain, baseUrl, attribute, credentials };
    return oktaOrgId === null ? org : { ...org, orgId: oktaOrgId };
  }

  private async apiToken({ tenantId, integrationId }: IntegrationKey): Promise<OktaCredentials | undefined> {
    const token = await this.syncs.openApiToken(tenantId, integrationId);
    return token ? { mode: 'API_TOKEN', token } : undefined;
  }

  private async serviceApp(key: IntegrationKey): Promise<OktaCredentials | undefined> {
    const [app, signingKey] = await Promise.all([this.serviceApps.find(key), this.serviceApps.openCurrentKey(key)]);
    return app?.client_id && signingKey ? { mode: 'OAUTH', clientId: app.client_id, ...signingKey } : undefined;
  }
}
