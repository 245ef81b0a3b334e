import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, type Caller } from '@rollcall/platform';
import { DirectoryIntegrationService } from '../integrations/directory-integration.service.js';
import { DirectoryProvider, requireProvider } from '../integrations/directory-provider.js';
import { RegistrationSyncListener } from '../registration-sync/registration-sync-listener.js';
import { RegistrationSyncRepository } from '../registration-sync/registration-sync.repository.js';
import type { ConfigureScimRegistrationInput } from './configure-scim-registration.input.js';
import { ScimSettings } from './scim-settings.js';

/**
 * Settings of the SCIM server to which an integration's registrations are written. RegistrationSyncService reads,
 * pauses and resumes them.
 */
@Injectable()
export class ScimRegistrationService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly syncs: RegistrationSyncRepository,
    private readonly settings: ScimSettings,
    private readonly listener: RegistrationSyncListener,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NOT_FOUND, BAD_USER_INPUT with the faulty field */
  async configure(caller: Caller, input: ConfigureScimRegistrationInput): Promise<void> {
    const { tenantId } = caller;
    const enabled = await this.database.transaction(async (tx) => {
      // The lock makes concurrent changes to the settings of one integration wait for each other.
      const { id, provider } = await this.integrations.lock(tx, caller, input.integrationId);
      requireProvider(provider, DirectoryProvider.GENERIC_SCIM);
      const before = await this.syncs.find(tenantId, id, tx);
      const after = await this.syncs.upsert(
        tx,
        this.settings.next({ tenant_id: tenantId, integration_id: id }, before, input),
      );
      await this.audit.record(tx, caller, {
        action: 'registration_sync.configured',
        integrationId: id,
        subject: { type: 'integration', id },
        detail: {
          ...after.scim,
          attribute: after.attribute,
          enabled: after.enabled,
          secretChanged: after.sealed_scim_secret !== (before?.sealed_scim_secret ?? null),
        },
      });
      await this.listener.configured(tx, tenantId, id);
      return after.enabled;
    });
    if (!enabled) await this.listener.quiet(tenantId, input.integrationId);
  }

  /** The decrypted secret; undefined if none was entered. @throws Error if its key is not in ENCRYPTION_KEYS */
  async openSecret(tenantId: string, integrationId: string): Promise<string | undefined> {
    const row = await this.syncs.find(tenantId, integrationId);
    return row && this.settings.openSecret(row);
  }
}
