import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import {
  DirectoryProvider,
  RegistrationSyncService,
  type RegistrationSyncSettings,
} from '@rollcall/directory-integration';
import { OktaOrgs } from '@rollcall/okta';
import { Database } from '@rollcall/platform';
import { OktaTargets } from '../okta/okta-targets.js';
import { ScimTargets } from '../outbound-scim/scim-targets.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import { WebhookEvent, WebhookRepository } from '@rollcall/webhooks';

/** Opens a target. Undefined if the settings have no credentials. */
type Opener = (settings: RegistrationSyncSettings) => Promise<RegistrationTarget | undefined>;

/** Opens the target of an integration. Decrypts its credentials. */
@Injectable()
export class SyncTargets {
  private readonly openers: Record<DirectoryProvider, Opener> = {
    [DirectoryProvider.OKTA]: async (settings) => {
      const org = await this.orgs.of(settings);
      return org && this.oktaTargets.of(org);
    },
    [DirectoryProvider.GENERIC_SCIM]: async (settings) =>
      settings.scim ? this.scimTargets.open(settings, settings.scim) : undefined,
  };

  constructor(
    private readonly syncs: RegistrationSyncService,
    private readonly orgs: OktaOrgs,
    private readonly webhooks: WebhookRepository,
    private readonly database: Database,
    private readonly oktaTargets: OktaTargets,
    private readonly scimTargets: ScimTargets,
  ) {}

  /**
   * Opens the target for writes. Undefined if nothing may be written: the sync is not configured, disabled or paused,
   * or has no credentials. A sync without credentials is also paused.
   *
   * @param configuredAt versions of the settings that the caller knows; the result is undefined if the settings have
   * another version
   */
  async open(key: IntegrationKey, configuredAt: readonly Date[] = []): Promise<RegistrationTarget | undefined> {
    const settings = await this.syncs.find(key.tenantId, key.integrationId);
    if (!settings?.enabled || settings.pausedAt !== null) return undefined;
    if (configuredAt.some((date) => date.getTime() !== settings.updatedAt.getTime())) return undefined;
    const target = await this.toTarget(settings);
    if (!target)
      await this.stop(
        settings,
        'This integration has no credentials for Okta: give it an API token, or the client id of a service app',
      );
    return target;
  }

  /** Opens the target for checks, even if nothing may be written to it. Undefined if no request can be sent to it. */
  async find({ tenantId, integrationId }: IntegrationKey): Promise<RegistrationTarget | undefined> {
    const settings = await this.syncs.find(tenantId, integrationId);
    return settings && this.toTarget(settings);
  }

  /** Pauses the sync because of an answer of `target`. Does nothing if the address or the credentials have changed in the meantime. */
  async pause(target: RegistrationTarget, reason: string): Promise<void> {
    const settings = await this.syncs.find(target.tenantId, target.integrationId);
    if (!settings) return;
    const now = await this.toTarget(settings);
    if (!now || isDeepStrictEqual(now.settings, target.settings)) await this.stop(settings, reason);
  }

  private async stop(settings: RegistrationSyncSettings, reason: string): Promise<void> {
    if (!(await this.syncs.pause(settings, reason))) return;
    const { tenantId, integrationId, oktaDomain } = settings;
    const data = { integrationId, oktaDomain, reason };
    await this.webhooks.publish(this.database, tenantId, {
      type: WebhookEvent.SYNC_PAUSED,
      subject: integrationId,
      data,
    });
  }

  async recordWrite({ tenantId, integrationId }: IntegrationKey): Promise<void> {
    await this.syncs.recordWrite(tenantId, integrationId);
  }

  private toTarget(settings: RegistrationSyncSettings): Promise<RegistrationTarget | undefined> {
    return this.openers[settings.provider](settings);
  }
}
