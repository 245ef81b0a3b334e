import { DirectoryProvider } from '../integrations/directory-provider.js';
import { oktaBaseUrl } from '../okta-domain/okta-domain.js';
import type { ScimAddress } from './scim-address.js';
import type { OktaAuthMode } from './okta-auth-mode.js';
import type { StoredRegistrationSync } from './registration-sync.repository.js';

/** Settings of an integration's write-back to Okta or to a SCIM server. They do not contain secrets, which are read separately. */
export interface RegistrationSyncSettings {
  tenantId: string;
  integrationId: string;
  provider: DirectoryProvider;
  /** The Okta domain. For a SCIM server, its base URL without the scheme. */
  oktaDomain: string;
  /** The org's id in Okta, the same under all its host names. Null until it has been read, and for a SCIM server. */
  oktaOrgId: string | null;
  /** Origin of the Okta API, or base URL of the SCIM server. It has no trailing slash. */
  baseUrl: string;
  /** Name of the registration attribute. */
  attribute: string;
  /** Set only for the provider GENERIC_SCIM. */
  scim: ScimAddress | null;
  enabled: boolean;
  authMode: OktaAuthMode;
  pausedReason: string | null;
  pausedAt: Date | null;
  lastWriteAt: Date | null;
  /** The share of the registered people that the directory may deactivate or delete within an hour, 0 to 1. With 1 there is no cap. */
  maxDirectoryChangeRatio: number;
  /** Time when the settings were last saved. */
  updatedAt: Date;
}

export function toRegistrationSyncSettings(row: StoredRegistrationSync): RegistrationSyncSettings {
  return {
    tenantId: row.tenant_id,
    integrationId: row.integration_id,
    provider: row.provider,
    oktaDomain: row.okta_domain,
    oktaOrgId: row.provider === DirectoryProvider.OKTA ? row.okta_org_id : null,
    baseUrl: row.scim?.baseUrl ?? oktaBaseUrl(row.okta_domain),
    attribute: row.attribute,
    scim: row.scim,
    enabled: row.enabled,
    authMode: row.auth_mode,
    pausedReason: row.paused_reason,
    pausedAt: row.paused_at,
    lastWriteAt: row.last_write_at,
    maxDirectoryChangeRatio: row.max_directory_change_ratio,
    updatedAt: row.updated_at,
  };
}
