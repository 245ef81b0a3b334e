import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, DomainError, isId, systemCaller, type Caller } from '@rollcall/platform';
import { requireName } from '@rollcall/tenancy';
import { DirectoryIntegrationService } from '../integrations/directory-integration.service.js';
import { DirectoryProvider, requireProvider } from '../integrations/directory-provider.js';
import { OktaSettings, type OktaSettingsInput } from './okta-settings.js';
import { isPausedByHand, reasonByHand } from './pause-by-hand.js';
import { RegistrationSyncListener } from './registration-sync-listener.js';
import { RegistrationSyncRepository } from './registration-sync.repository.js';
import { toRegistrationSyncSettings, type RegistrationSyncSettings } from './registration-sync-settings.js';

/** Settings of an integration's write-back to Okta, and its pauses. */
@Injectable()
export class RegistrationSyncService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly syncs: RegistrationSyncRepository,
    private readonly settings: OktaSettings,
    private readonly listener: RegistrationSyncListener,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NOT_FOUND, BAD_USER_INPUT with the field at fault */
  async configure(
    caller: Caller,
    input: OktaSettingsInput & { integrationId: string },
  ): Promise<RegistrationSyncSettings> {
    const { tenantId } = caller;
    const settings = await this.database.transaction(async (tx) => {
      // The lock makes concurrent changes of one integration queue up.
      const { id, provider } = await this.integrations.lock(tx, caller, input.integrationId);
      requireProvider(provider, DirectoryProvider.OKTA);
      const before = await this.syncs.find(tenantId, id, tx);
      const next = this.settings.next({ tenant_id: tenantId, integration_id: id }, before, input);
      const after = await this.syncs.upsert(tx, next);
      await this.audit.record(tx, caller, {
        action: 'registration_sync.configured',
        integrationId: id,
        subject: { type: 'integration', id },
        detail: {
          oktaDomain: after.okta_domain,
          attribute: after.attribute,
          enabled: after.enabled,
          apiTokenChanged: after.sealed_api_token !== (before?.sealed_api_token ?? null),
        },
      });
      await this.listener.configured(tx, tenantId, id);
      return toRegistrationSyncSettings(after);
    });
    if (!settings.enabled) await this.listener.quiet(tenantId, settings.integrationId);
    return settings;
  }

  async find(tenantId: string, integrationId: string): Promise<RegistrationSyncSettings | undefined> {
    const row = isId(integrationId) ? await this.syncs.find(tenantId, integrationId) : undefined;
    return row && toRegistrationSyncSettings(row);
  }

  /** Settings of the given integrations that are configured, in any order. */
  async findMany(tenantId: string, integrationIds: readonly string[]): Promise<RegistrationSyncSettings[]> {
    return (await this.syncs.findMany(tenantId, integrationIds)).map(toRegistrationSyncSettings);
  }

  /** The Okta API token in clear; undefined when none was entered. @throws Error when its key is not among ENCRYPTION_KEYS */
  async openApiToken(tenantId: string, integrationId: string): Promise<string | undefined> {
    const row = await this.syncs.find(tenantId, integrationId);
    return row && this.settings.openApiToken(row);
  }

  /**
   * Stops writes until resumed or configured again; due rows stay queued. An existing pause keeps its reason.
   * @param settings the faulty settings; settings saved since then are not paused
   * @returns whether this call paused them
   */
  async pause(settings: RegistrationSyncSettings, reason: string): Promise<boolean> {
    const { tenantId, integrationId, updatedAt } = settings;
    return this.stop(systemCaller(tenantId, 'registration sync'), integrationId, reason, { configuredAt: updatedAt });
  }

  /**
   * A pause by an administrator, which only an administrator lifts. An existing manual pause is kept. Returns when no process sends any
   * more requests.
   * @throws NOT_FOUND, UNAVAILABLE
   */
  async pauseByHand(caller: Caller, integrationId: string, why?: string): Promise<void> {
    const { id } = await this.integrations.get(caller, integrationId);
    const settings = await this.find(caller.tenantId, id);
    if (!settings) throw DomainError.notFound('Registration sync of integration', id);
    const { pausedReason } = settings;
    const reason = reasonByHand(caller.actor.name, why?.trim() ? requireName(why, 'reason') : undefined);
    const over = pausedReason === null || isPausedByHand(pausedReason) ? [] : [pausedReason];
    await this.stop(caller, id, reason, { over });
    await this.listener.quiet(caller.tenantId, id);
  }

  /** Lifts a pause and requeues everything; does nothing when there is none. @throws NOT_FOUND */
  async resume(caller: Caller, integrationId: string): Promise<void> {
    const { tenantId } = caller;
    await this.database.transaction(async (tx) => {
      const { id } = await this.integrations.lock(tx, caller, integrationId);
      if (!(await this.syncs.find(tenantId, id, tx)))
        throw DomainError.notFound('Registration sync of integration', id);
      if (!(await this.syncs.resume(tx, tenantId, id))) return;
      await this.audit.record(tx, caller, {
        action: 'registration_sync.resumed',
        integrationId: id,
        subject: { type: 'integration', id },
      });
      await this.listener.configured(tx, tenantId, id);
    });
  }

  /** Records the time of the last write. */
  async recordWrite(tenantId: string, integrationId: string): Promise<void> {
    await this.syncs.recordWrite(tenantId, integrationId);
  }

  private async stop(
    caller: Caller,
    integrationId: string,
    reason: string,
    only: { over?: string[]; configuredAt?: Date },
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (!(await this.syncs.pause(tx, caller.tenantId, integrationId, reason, only))) return false;
      await this.audit.record(tx, caller, {
        action: 'registration_sync.paused',
        integrationId,
        subject: { type: 'integration', id: integrationId },
        detail: { reason },
      });
      await this.listener.paused(tx, caller.tenantId, integrationId);
      return true;
    });
  }
}
