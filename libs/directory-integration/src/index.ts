export { DirectoryIntegrationModule } from './directory-integration.module.js';
export { directoryIntegrationRows } from './directory-integration-rows.js';
export { CheckStatus } from './health/check-status.js';
export { IntegrationChecks } from './health/integration-checks.js';
export { type ExaminerFinding, IntegrationExaminers } from './health/integration-examiners.js';
export { HealthCheck, IntegrationHealth } from './health/integration-health.type.js';
export type { IntegrationKey } from './integrations/integration-key.js';
export type { DirectoryIntegrationRow } from './integrations/directory-integration.row.js';
export { type DeletionGuard, DeletionGuards } from './integrations/deletion-guards.js';
export { DirectoryIntegrationService } from './integrations/directory-integration.service.js';
export {
  DirectoryIntegration,
  scimUrlOf,
  tokenEndpointOf,
  toDirectoryIntegration,
} from './integrations/directory-integration.type.js';
export { DirectoryProvider } from './integrations/directory-provider.js';
export { normalizeOktaDomain, oktaBaseUrl, type OktaDomain } from './okta-domain/okta-domain.js';
export { OktaOrgNames } from './okta-domain/okta-org-names.js';
export { OktaAuthMode } from './registration-sync/okta-auth-mode.js';
export { IsOktaAttribute } from './registration-sync/okta-input.js';
export { isPausedByHand } from './registration-sync/pause-by-hand.js';
export {
  FakeRegistrationSyncListener,
  RegistrationSyncListener,
} from './registration-sync/registration-sync-listener.js';
export type { RegistrationSyncSettings } from './registration-sync/registration-sync-settings.js';
export { writesToOkta } from './registration-sync/writes-to-okta.js';
export { RegistrationSyncService } from './registration-sync/registration-sync.service.js';
export { RegistrationSync } from './registration-sync/registration-sync.type.js';
export type { ScimAddress } from './registration-sync/scim-address.js';
export { ScimAuthenticationType } from './registration-sync/scim-authentication-type.js';
export { ScimRegistrationService } from './scim-registration/scim-registration.service.js';
