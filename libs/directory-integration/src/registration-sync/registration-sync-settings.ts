import { DirectoryProvider } from '../integrations/directory-provider.js';
import { oktaBaseUrl } from '../okta-domain/okta-domain.js';
import type { ScimAddress } from './scim-address.js';
import type { OktaAuthMode } from './okta-auth-mode.js';
import type { StoredRegistrationSync } from './registration-sync.repository.js';

/** Settings of one integration's write-back to Okta or to a SCIM server; secrets are read separately. */
export interface RegistrationSyncSettings {
  tenantId: string;
  integrationId: string;
  provider: DirectoryProvider;
  /** The Okta domain, or the base URL of the SCIM server without its scheme. */
  oktaDomain: string;
  /** The id that the Okta org reports under all its host names; null before the first read, and for a SCIM server. */
  oktaOrgId: string | null;
  /** Origin of the Okta API, or base URL of the SCIM server; without a trailing slash. */
  baseUrl: string;
  /** Name of the boolean attribute. */
  attribute: string;
  /** Null unless the provider is GENERIC_SCIM. */
  scim: ScimAddress | null;
  enabled: boolean;
  authMode: OktaAuthMode;
  pausedReason: string | null;
  pausedAt: Date | null;
  lastWriteAt: Date | null;
  /** The share of registered people that the directory may deactivate or delete within an hour, 0 to 1; 1 is no cap. */
  maxDirectoryChangeRatio: number;
  /** Time of the last configuration. */
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
