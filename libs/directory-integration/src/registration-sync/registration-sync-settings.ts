import { oktaBaseUrl } from '../okta-domain/okta-domain.js';
import type { OktaAuthMode } from './okta-auth-mode.js';
import type { RegistrationSyncRow } from './registration-sync.row.js';

/** How one integration's registrations are written to Okta; the API token is read apart, with `openApiToken`. */
export interface RegistrationSyncSettings {
  tenantId: string;
  integrationId: string;
  oktaDomain: string;
  /** Origin of the Okta API, without a trailing slash. */
  baseUrl: string;
  /** Variable name of the boolean attribute in Okta's user profile. */
  attribute: string;
  enabled: boolean;
  authMode: OktaAuthMode;
  pausedReason: string | null;
  pausedAt: Date | null;
  lastWriteAt: Date | null;
}

export function toRegistrationSyncSettings(row: RegistrationSyncRow): RegistrationSyncSettings {
  return {
    tenantId: row.tenant_id,
    integrationId: row.integration_id,
    oktaDomain: row.okta_domain,
    baseUrl: oktaBaseUrl(row.okta_domain),
    attribute: row.attribute,
    enabled: row.enabled,
    authMode: row.auth_mode,
    pausedReason: row.paused_reason,
    pausedAt: row.paused_at,
    lastWriteAt: row.last_write_at,
  };
}
