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

  /** @throws NOT_FOUND, BAD_USER_INPUT with the faulty field */
  async configure(
    caller: Caller,
    input: OktaSettingsInput & { integrationId: string },
  ): Promise<RegistrationSyncSettings> {
    const { tenantId } = caller;
    const settings = await this.database.transaction(async (tx) => {
      // The lock makes concurrent changes to the settings of one integration wait for each other.
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

  /** Settings of the given integrations, in any order. Integrations without settings are omitted. */
  async findMany(tenantId: string, integrationIds: readonly string[]): Promise<RegistrationSyncSettings[]> {
    return (await this.syncs.findMany(tenantId, integrationIds)).map(toRegistrationSyncSettings);
  }

  /** The decrypted Okta API token; undefined if none was entered. @throws Error if its key is not in ENCRYPTION_KEYS */
  async openApiToken(tenantId: string, integrationId: string): Promise<string | undefined> {
    const row = await this.syncs.find(tenantId, integrationId);
    return row && this.settings.openApiToken(row);
  }

  /**
   * Stops writes. They start again when an administrator resumes them or enters new access data, or when a health check
   * finds that the cause is gone. Due rows stay queued. An existing pause keeps its reason.
   * @param settings the faulty settings; nothing is paused if settings were saved after they were read
   * @returns true if this call paused the sync
   */
  async pause(settings: RegistrationSyncSettings, reason: string): Promise<boolean> {
    const { tenantId, integrationId, updatedAt } = settings;
    return this.stop(systemCaller(tenantId, 'registration sync'), integrationId, reason, { configuredAt: updatedAt });
  }

  /**
   * A pause by an administrator. Only an administrator can lift it. An existing pause by an administrator keeps its
   * reason. Returns when no process sends requests any more.
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

  /** Lifts a pause and requeues all rows. Does nothing if the sync is not paused. @throws NOT_FOUND */
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

  /** Records that a write was made now. */
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
