import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService, type RegistrationSyncSettings } from '@rollcall/directory-integration';
import type { OktaOrg } from '../okta/okta-org.js';

/** The Okta org of an integration, with its credentials opened. */
@Injectable()
export class SyncTargets {
  constructor(private readonly syncs: RegistrationSyncService) {}

  /** Undefined when nothing may be written: not configured, disabled, paused, or without credentials. */
  async open(key: IntegrationKey): Promise<OktaOrg | undefined> {
    const settings = await this.syncs.find(key.tenantId, key.integrationId);
    if (!settings?.enabled || settings.pausedAt !== null) return undefined;
    const org = await this.toOrg(settings);
    if (!org) await this.pause(key, 'This integration has no Okta API token: give it one');
    return org;
  }

  /** The org whether or not it may be written to, for checks; undefined when it cannot be asked anything. */
  async find({ tenantId, integrationId }: IntegrationKey): Promise<OktaOrg | undefined> {
    const settings = await this.syncs.find(tenantId, integrationId);
    return settings && this.toOrg(settings);
  }

  async pause({ tenantId, integrationId }: IntegrationKey, reason: string): Promise<void> {
    await this.syncs.pause(tenantId, integrationId, reason);
  }

  async recordWrite({ tenantId, integrationId }: IntegrationKey): Promise<void> {
    await this.syncs.recordWrite(tenantId, integrationId);
  }

  private async toOrg(settings: RegistrationSyncSettings): Promise<OktaOrg | undefined> {
    const { tenantId, integrationId, oktaDomain, baseUrl, attribute } = settings;
    const token = await this.syncs.openApiToken(tenantId, integrationId);
    if (!token) return undefined;
    return { tenantId, integrationId, domain: oktaDomain, baseUrl, attribute, credentials: { mode: 'API_TOKEN', token } };
  }
}
