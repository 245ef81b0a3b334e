import { IntegrationCheckRow } from './health/integration-check.row.js';
import { DirectoryIntegrationRow } from './integrations/directory-integration.row.js';
import { OktaOrgNameRow } from './okta-domain/okta-org-name.row.js';
import { RegistrationSyncRow } from './registration-sync/registration-sync.row.js';

export const directoryIntegrationRows = [
  DirectoryIntegrationRow,
  RegistrationSyncRow,
  OktaOrgNameRow,
  IntegrationCheckRow,
];
