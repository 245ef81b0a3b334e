import { Module } from '@nestjs/common';
import { TenancyModule } from '@rollcall/tenancy';
import { EncryptionKeysResolver } from './encryption-keys/encryption-keys.resolver.js';
import { IntegrationChecks } from './health/integration-checks.js';
import { IntegrationExaminers } from './health/integration-examiners.js';
import { DeletionGuards } from './integrations/deletion-guards.js';
import { DirectoryIntegrationRepository } from './integrations/directory-integration.repository.js';
import { DirectoryIntegrationResolver } from './integrations/directory-integration.resolver.js';
import { DirectoryIntegrationService } from './integrations/directory-integration.service.js';
import { ScimTouches } from './integrations/scim-touches.js';
import { OktaOrgNames } from './okta-domain/okta-org-names.js';
import { OktaSettings } from './registration-sync/okta-settings.js';
import { DirectoryChangeCapService } from './registration-sync/directory-change-cap.service.js';
import { PauseResolver } from './registration-sync/pause.resolver.js';
import { RegistrationSyncLoader } from './registration-sync/registration-sync.loader.js';
import { RegistrationSyncRepository } from './registration-sync/registration-sync.repository.js';
import { RegistrationSyncResolver } from './registration-sync/registration-sync.resolver.js';
import { RegistrationSyncService } from './registration-sync/registration-sync.service.js';
import { ScimRegistrationResolver } from './scim-registration/scim-registration.resolver.js';
import { ScimRegistrationService } from './scim-registration/scim-registration.service.js';
import { ScimSettings } from './scim-registration/scim-settings.js';

/** The application must provide RegistrationSyncListener globally. The registration ledger in okta-sync implements it. */
@Module({
  imports: [TenancyModule],
  providers: [
    DeletionGuards,
    DirectoryIntegrationRepository,
    DirectoryIntegrationResolver,
    DirectoryIntegrationService,
    EncryptionKeysResolver,
    IntegrationChecks,
    IntegrationExaminers,
    OktaOrgNames,
    OktaSettings,
    DirectoryChangeCapService,
    PauseResolver,
    RegistrationSyncLoader,
    RegistrationSyncRepository,
    RegistrationSyncResolver,
    RegistrationSyncService,
    ScimRegistrationResolver,
    ScimRegistrationService,
    ScimSettings,
    ScimTouches,
  ],
  exports: [
    DeletionGuards,
    DirectoryIntegrationService,
    IntegrationChecks,
    IntegrationExaminers,
    OktaOrgNames,
    RegistrationSyncService,
    ScimRegistrationService,
  ],
})
export class DirectoryIntegrationModule {}
